/** How soon a server is ready. */
@NullMarked
package dev.maitred.bench.ready;

import org.jspecify.annotations.NullMarked;
