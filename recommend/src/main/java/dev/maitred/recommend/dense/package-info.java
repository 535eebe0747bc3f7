/**
 * Dense matrices of floats: symmetric systems of linear equations, large ones ({@code
 * SymmetricSystem}) and small ones ({@code Cholesky}), and products ({@code Product}).
 *
 * <p>A large system is cut into tiles, which threads share; each tile and each product is computed
 * by OpenBLAS on one thread, so that no result depends on the number of threads. Where OpenBLAS
 * can't be loaded, plain Java does the same (EJML for the systems), with the same result but for
 * rounding.
 */
@NullMarked
package dev.maitred.recommend.dense;

import org.jspecify.annotations.NullMarked;
