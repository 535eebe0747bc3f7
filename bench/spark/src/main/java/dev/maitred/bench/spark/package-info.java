/** Spark MLlib as a peer of the benchmarks, in a process of its own. */
@NullMarked
package dev.maitred.bench.spark;

import org.jspecify.annotations.NullMarked;
