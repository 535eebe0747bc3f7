package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.store.jobs.JobFailure;
import java.util.List;

/** The reasons why an import fails, in AWS's words where they are known. */
final class ImportFailures {
  private ImportFailures() {}

  static JobFailure accessDenied(String reason) {
    return new JobFailure("Insufficient privileges for accessing data in Amazon S3. " + reason);
  }

  static JobFailure unreadable(DataLocation location, String reason) {
    return new JobFailure("Cannot read %s: %s".formatted(location, reason));
  }

  static JobFailure nothingThere(DataLocation location) {
    return new JobFailure("There is no CSV file in %s.".formatted(location));
  }

  static JobFailure noHeader(CsvFile file) {
    return new JobFailure(
        "%s has no header row. The first line of a CSV file must name its columns, as UTF-8 text."
            .formatted(file.name()));
  }

  static JobFailure gzip(CsvFile file) {
    return new JobFailure(
        "%s is compressed by gzip. An import reads plain CSV only.".formatted(file.name()));
  }

  static JobFailure repeatedColumn(CsvFile file, String column) {
    return new JobFailure(
        "The header row of %s names the column %s more than once.".formatted(file.name(), column));
  }

  static JobFailure missingColumns(List<String> columns) {
    return new JobFailure("Input CSV is missing the following columns:" + columns + ".");
  }

  static JobFailure otherHeader(CsvFile first, CsvFile other) {
    return new JobFailure(
        "%s and %s have different columns. All files of one import must have the same header row."
            .formatted(first.name(), other.name()));
  }

  static JobFailure tooFewRows(long rows, int minimum) {
    return new JobFailure(
        "The import has %d interactions. It must have at least %d.".formatted(rows, minimum));
  }

  static JobFailure tooManyEventTypes(long types, long optional, int most) {
    return new JobFailure(
        "Input CSV has %d event types, and the schema %d optional columns. Together they can be at most %d."
            .formatted(types, optional, most));
  }

  static JobFailure tooLong(Column column, String where) {
    return new JobFailure(
        """
        Length cannot be more than %d characters for %s. If no values exceed the character limit, \
        make sure that values with commas or quotes are enclosed in double quotes and that quotes \
        inside them are escaped with a backslash. See %s."""
            .formatted(column.maxLength(), column.name(), where));
  }

  /**
   * @param all whether {@code count} is all of them, or there may be more
   */
  static JobFailure badRows(long count, boolean all, List<String> first) {
    String rows = count == 1 ? "1 row that is" : count + " rows that are";
    String more = count > first.size() ? "; …" : "";
    return new JobFailure(
        "Input CSV has %s%s not valid: %s%s"
            .formatted(all ? "" : "at least ", rows, String.join("; ", first), more));
  }
}
