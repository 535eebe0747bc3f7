/**
 * What was imported into data sets: Parquet files that never change, and the manifest in SQL that
 * says which of them count.
 *
 * <p>{@link dev.maitred.personalize.bulk.BulkFiles} swaps versions in the transaction of the import
 * that made them; {@link dev.maitred.personalize.bulk.Columns} reads a schema as typed columns;
 * {@link dev.maitred.personalize.bulk.DuckSession} is the engine that reads and writes the files.
 */
@NullMarked
package dev.maitred.personalize.bulk;

import org.jspecify.annotations.NullMarked;
