/** How fast interactions are imported, next to DuckDB's own copy of the same file. */
@NullMarked
package dev.maitred.bench.imports;

import org.jspecify.annotations.NullMarked;
