/** How quickly a blend answers and loads, on made-up models of any size. */
@NullMarked
package dev.maitred.bench.serving;

import org.jspecify.annotations.NullMarked;
