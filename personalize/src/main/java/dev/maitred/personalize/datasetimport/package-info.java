/**
 * Dataset import jobs: CSV in S3 becomes the bulk rows of a dataset.
 *
 * <p>{@link dev.maitred.personalize.datasetimport.DatasetImportJobs} answers the calls; the job
 * itself ({@link dev.maitred.personalize.datasetimport.ImportJob}) fetches the objects as the role
 * it was passed ({@link dev.maitred.personalize.datasetimport.S3Source}), checks every row and
 * writes Parquet ({@link dev.maitred.personalize.datasetimport.CsvImport}), and swaps the dataset's
 * files in the transaction that makes the job ACTIVE. A job that fails leaves the dataset as it
 * was.
 */
@NullMarked
package dev.maitred.personalize.datasetimport;

import org.jspecify.annotations.NullMarked;
