package dev.maitred.personalize.interactions;

import dev.maitred.recommend.Features;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the rows of a result one by one and makes columns of them. */
final class FeatureRows {
  private final int rows;
  private final List<Cells> columns;

  /** Takes the cells of one column. */
  private interface Cells {

    void add(ResultSet row, int at) throws SQLException;

    Features.Column column();
  }

  /**
   * @param rows how many will come
   */
  FeatureRows(List<FeatureColumn> columns, int rows) {
    this.rows = rows;
    this.columns = columns.stream().map(column -> cells(column, rows)).toList();
  }

  /** Takes a row whose first cell is at that place. */
  void add(ResultSet row, int first) throws SQLException {
    for (int at = 0; at < columns.size(); at++) {
      columns.get(at).add(row, first + at);
    }
  }

  Features features() {
    return new Features(rows, columns.stream().map(Cells::column).toList());
  }

  private static Cells cells(FeatureColumn column, int rows) {
    return switch (column.kind()) {
      case WORDS -> words(new WordRows(column.name(), rows, true));
      case WORD -> words(new WordRows(column.name(), rows, false));
      case NUMBER -> new Numbers(column.name(), new double[rows]);
      case TEXT -> new Texts(column.name(), new ArrayList<>(rows));
    };
  }

  private static Cells words(WordRows words) {
    return new Cells() {
      @Override
      public void add(ResultSet row, int at) throws SQLException {
        words.add(row.getString(at));
      }

      @Override
      public Features.Column column() {
        return words.column();
      }
    };
  }

  private static final class Numbers implements Cells {
    private final String name;
    private final double[] values;
    private int rows;

    Numbers(String name, double[] values) {
      this.name = name;
      this.values = values;
    }

    @Override
    public void add(ResultSet row, int at) throws SQLException {
      double value = row.getDouble(at);
      values[rows++] = row.wasNull() ? Double.NaN : value;
    }

    @Override
    public Features.Column column() {
      return new Features.Numbers(name, values);
    }
  }

  private record Texts(String name, List<String> values) implements Cells {

    @Override
    public void add(ResultSet row, int at) throws SQLException {
      String text = row.getString(at);
      values.add(text == null ? "" : text);
    }

    @Override
    public Features.Column column() {
      return new Features.Texts(name, values);
    }
  }
}
