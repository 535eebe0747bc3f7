package dev.maitred.recommend.affinity;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of items that a segment can be asked for: categories and numbers, no texts. */
public record ItemAttributes(int items, List<Column> columns) {

  private static final int CATEGORIES = 0;
  private static final int NUMBERS = 1;

  public ItemAttributes {
    columns = List.copyOf(columns);
  }

  /** The attributes among what is known of items. */
  public static ItemAttributes of(Features features) {
    return new ItemAttributes(
        features.rows(),
        features.columns().stream().filter(column -> !(column instanceof Texts)).toList());
  }

  /**
   * The items that have all of some attributes; names in any case, as filters have them.
   *
   * @param wanted values by column: a word that is among the item's, or a number
   * @throws UnknownSubject if no item has one of them
   */
  public BitSet having(Map<String, String> wanted) {
    var having = new BitSet();
    having.set(0, items);
    new TreeMap<>(wanted).forEach((name, value) -> having.and(having(name, value)));
    return having;
  }

  private BitSet having(String name, String value) {
    BitSet having =
        columns.stream()
            .filter(column -> column.name().equalsIgnoreCase(name))
            .findFirst()
            .map(column -> having(column, value))
            .orElseGet(BitSet::new);
    if (having.isEmpty()) {
      throw UnknownSubject.attribute(name, value);
    }
    return having;
  }

  private static BitSet having(Column column, String value) {
    return switch (column) {
      case Categories words -> having(words, value);
      case Numbers numbers -> having(numbers, value);
      case Texts texts -> new BitSet();
    };
  }

  private static BitSet having(Categories column, String value) {
    var having = new BitSet();
    int wanted = column.words().indexOf(value);
    for (int item = 0; item < column.rows(); item++) {
      for (int at = column.first()[item]; at < column.first()[item + 1]; at++) {
        if (column.word()[at] == wanted) {
          having.set(item);
        }
      }
    }
    return having;
  }

  private static BitSet having(Numbers column, String value) {
    var having = new BitSet();
    double wanted = number(value);
    for (int item = 0; item < column.rows(); item++) {
      if (column.values()[item] == wanted) {
        having.set(item);
      }
    }
    return having;
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Writes them to a model file. */
  public void write(ModelWriter out) {
    out.putInt(items);
    out.putInt(columns.size());
    for (Column column : columns) {
      out.putText(column.name());
      switch (column) {
        case Categories words -> {
          out.putInt(CATEGORIES);
          out.putInt(words.words().size());
          words.words().forEach(out::putText);
          out.putInts(words.first());
          out.putInts(words.word());
        }
        case Numbers numbers -> {
          out.putInt(NUMBERS);
          for (double value : numbers.values()) {
            out.putLong(Double.doubleToLongBits(value));
          }
        }
        case Texts texts -> throw new IllegalStateException("texts are no attributes");
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static ItemAttributes read(ModelReader in) {
    int items = in.getInt();
    int count = in.getInt();
    var columns = new ArrayList<Column>();
    for (int at = 0; at < count; at++) {
      String name = in.getText();
      columns.add(in.getInt() == CATEGORIES ? categories(name, in) : numbers(name, items, in));
    }
    return new ItemAttributes(items, columns);
  }

  private static Categories categories(String name, ModelReader in) {
    int count = in.getInt();
    var words = new ArrayList<String>();
    for (int word = 0; word < count; word++) {
      words.add(in.getText());
    }
    return new Categories(name, words, in.getInts(), in.getInts());
  }

  private static Numbers numbers(String name, int items, ModelReader in) {
    var values = new double[items];
    for (int item = 0; item < items; item++) {
      values[item] = Double.longBitsToDouble(in.getLong());
    }
    return new Numbers(name, values);
  }
}
