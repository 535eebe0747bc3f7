/** How long a training on much data takes, and in how much memory. */
@NullMarked
package dev.maitred.bench.scale;

import org.jspecify.annotations.NullMarked;
