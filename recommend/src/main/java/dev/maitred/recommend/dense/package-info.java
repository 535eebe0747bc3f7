/**
 * Large symmetric systems of linear equations: tiles shared out over threads, each computed by
 * OpenBLAS on one thread, so that the result does not depend on the number of threads; in plain
 * Java (EJML) where OpenBLAS can't be loaded.
 */
@NullMarked
package dev.maitred.recommend.dense;

import org.jspecify.annotations.NullMarked;
