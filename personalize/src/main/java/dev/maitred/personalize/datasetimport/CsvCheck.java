package dev.maitred.personalize.datasetimport;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.store.jobs.JobFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the staged cells against the schema. The rules: one scan decides whether all is well; only
 * if not, the first bad cells are looked up to be shown.
 */
final class CsvCheck {
  private static final Set<String> KEYS = Set.of("USER_ID", "ITEM_ID", "TIMESTAMP");
  private static final int MOST_EVENT_TYPES = 10;
  private static final int SHOWN = 3;
  private static final int SHOWN_LENGTH = 60;
  private static final String ESCAPED =
      " Quotes inside a cell are escaped with a backslash, not doubled.";

  /** A moment in seconds that far ahead is one in milliseconds, the usual mistake. */
  private static final long LATEST_SECOND = 100_000_000_000L;

  private final DuckSession duck;
  private final Columns columns;
  private final List<CsvFile> files;

  /**
   * A way in which cells of one column can be wrong: an SQL condition, the cell's text in SQL, and
   * what to say.
   */
  private record Rule(Column column, String broken, String cell, String complaint) {}

  CsvCheck(DuckSession duck, Columns columns, List<CsvFile> files) {
    this.duck = duck;
    this.columns = columns;
    this.files = files;
  }

  /** Passes, or fails with the first rows that do not. */
  void run() throws JobFailure, IOException, SQLException {
    List<Rejected> rejected = rejected();
    List<Rule> broken = broken(rules());
    if (!rejected.isEmpty() || !broken.isEmpty()) {
      throw badRows(rejected, broken);
    }
    checkLengths();
    checkEventTypes();
  }

  /** The quota on event types, which optional columns count towards. */
  private void checkEventTypes() throws JobFailure, SQLException {
    Optional<Column> type = columns.named("EVENT_TYPE");
    if (type.isPresent()) {
      long types =
          duck.number("select count(distinct %s) from staged".formatted(Staged.cell(type.get())));
      long optional =
          columns.all().stream().filter(column -> !KEYS.contains(column.name())).count();
      if (types + optional > MOST_EVENT_TYPES) {
        throw ImportFailures.tooManyEventTypes(types, optional, MOST_EVENT_TYPES);
      }
    }
  }

  /** A line that is no row: too few or too many cells, quotes left open, bytes that are no text. */
  private record Rejected(int file, long line, String column, String message) {
    Finding finding(CsvFile in) {
      String why = message.lines().findFirst().orElse("not readable");
      String hint = why.contains("unterminated quote") ? ESCAPED : "";
      return new Finding(file, line, place(in.name(), line, column) + ": " + why + hint);
    }
  }

  /** What is wrong in one place; the first ones of all files are told. */
  private record Finding(int file, long line, String text) {}

  private List<Rejected> rejected() throws SQLException {
    List<Rejected> rejected = new ArrayList<>();
    duck.query(
        """
        select f.file_path, e.line, any_value(coalesce(e.column_name, '')), any_value(e.error_message)
        from reject_errors e join reject_scans f using (scan_id, file_id)
        group by e.scan_id, f.file_path, e.line order by e.scan_id, e.line
        """,
        row ->
            rejected.add(
                new Rejected(
                    numberOf(row.getString(1)),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4))));
    return rejected;
  }

  private int numberOf(String path) {
    for (int number = 0; number < files.size(); number++) {
      if (files.get(number).path().toString().equals(path)) {
        return number;
      }
    }
    throw new IllegalStateException("a rejected line of " + path);
  }

  private void checkLengths() throws JobFailure, IOException, SQLException {
    for (Column column : columns.all()) {
      if (column.type() == ColumnType.STRING && !column.textual()) {
        String tooLong = "length(%s) > %d".formatted(Staged.cell(column), column.maxLength());
        List<Finding> where =
            places(new Rule(column, tooLong, Staged.cell(column), ""), 1, List.of());
        if (!where.isEmpty()) {
          throw ImportFailures.tooLong(column, where.getFirst().text());
        }
      }
    }
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Column column : columns.all()) {
      if (column.required()) {
        rules.add(new Rule(column, Staged.isEmpty(column), "''", "must have a value"));
      }
      rules.add(column.type() == ColumnType.STRING ? lineBreak(column) : unreadable(column));
      if (column.name().endsWith("TIMESTAMP")) {
        rules.add(notSeconds(column));
      }
    }
    return rules;
  }

  private static Rule lineBreak(Column column) {
    return new Rule(
        column,
        "contains(%s, chr(10))".formatted(Staged.cell(column)),
        Staged.cell(column),
        "holds a line break");
  }

  private static Rule unreadable(Column column) {
    String cell = Staged.unreadable(column);
    return new Rule(column, cell + " is not null", cell, "is not " + column.type().wanted());
  }

  private static Rule notSeconds(Column column) {
    return new Rule(
        column,
        "%s not between 0 and %d".formatted(Staged.cell(column), LATEST_SECOND),
        "cast(%s as varchar)".formatted(Staged.cell(column)),
        "is not a time in seconds since 1970 (milliseconds must be divided by 1000)");
  }

  private List<Rule> broken(List<Rule> rules) throws SQLException {
    String counts =
        rules.stream()
            .map(rule -> "coalesce(bool_or(" + rule.broken() + "), false)")
            .collect(joining(", "));
    List<Rule> broken = new ArrayList<>();
    duck.query(
        "select " + counts + " from staged",
        row -> {
          for (int at = 0; at < rules.size(); at++) {
            if (row.getBoolean(at + 1)) {
              broken.add(rules.get(at));
            }
          }
        });
    return broken;
  }

  /** The first bad rows in the order of the files; past the rejects' limit not all are known. */
  private JobFailure badRows(List<Rejected> rejected, List<Rule> broken)
      throws IOException, SQLException {
    List<Finding> findings = new ArrayList<>();
    rejected.forEach(line -> findings.add(line.finding(files.get(line.file()))));
    long count = rejected.size();
    boolean all = rejected.size() < CsvImport.MOST_REJECTS;
    if (all && !broken.isEmpty()) {
      String any = broken.stream().map(rule -> "(" + rule.broken() + ")").collect(joining(" or "));
      count += duck.number("select count(*) from staged where " + any);
      for (Rule rule : broken) {
        findings.addAll(places(rule, SHOWN, rejected));
      }
    }
    List<String> first =
        findings.stream()
            .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
            .limit(SHOWN)
            .map(Finding::text)
            .toList();
    return ImportFailures.badRows(count, all, first);
  }

  private record Cell(int file, long row, String text) {}

  /** The first places where a rule is broken, each with what is wrong there. */
  private List<Finding> places(Rule rule, int limit, List<Rejected> rejected)
      throws IOException, SQLException {
    List<Cell> cells = new ArrayList<>();
    duck.query(
        """
        select file, rowid - (select min(rowid) from staged s where s.file = staged.file),
          coalesce(%s, '') from staged where %s order by rowid limit %d
        """
            .formatted(rule.cell(), rule.broken(), limit),
        row -> cells.add(new Cell(row.getInt(1), row.getLong(2), row.getString(3))));
    List<Finding> places = new ArrayList<>();
    for (Cell cell : cells) {
      CsvFile file = files.get(cell.file());
      long line = file.lineOf(cell.row(), linesOf(cell.file(), rejected));
      String where = place(file.name(), line, rule.column().name());
      places.add(
          new Finding(
              cell.file(),
              line,
              rule.complaint().isEmpty() ? where : where + ": " + complaint(rule, cell)));
    }
    return places;
  }

  private static Set<Long> linesOf(int file, List<Rejected> rejected) {
    return rejected.stream()
        .filter(line -> line.file() == file)
        .map(Rejected::line)
        .collect(toSet());
  }

  private static String complaint(Rule rule, Cell cell) {
    String text = cell.text().replace("\n", "\\n");
    String shown = text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
    return cell.text().isEmpty() ? rule.complaint() : "\"" + shown + "\" " + rule.complaint();
  }

  private static String place(String file, long line, String column) {
    return file + ", line " + line + (column.isEmpty() ? "" : ", column " + column);
  }
}
