/** How fast iALS is trained, next to Spark MLlib. */
@NullMarked
package dev.maitred.bench.als;

import org.jspecify.annotations.NullMarked;
