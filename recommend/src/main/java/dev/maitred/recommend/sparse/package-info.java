/** Sparse vectors, and the few dimensions that most of them lie in. */
@NullMarked
package dev.maitred.recommend.sparse;

import org.jspecify.annotations.NullMarked;
