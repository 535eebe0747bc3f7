/** Benchmarks: how long what users wait for takes, on the machine that the figures name. */
@NullMarked
package dev.maitred.bench;

import org.jspecify.annotations.NullMarked;
