/** A server as its users have it: a process of its own, started by the launcher. */
@NullMarked
package dev.maitred.bench.process;

import org.jspecify.annotations.NullMarked;
