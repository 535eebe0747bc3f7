package dev.maitred.server.dataset;

import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cells of a column, which decide what it is:
 *
 * <ul>
 *   <li><em>numbers</em>, where every cell is a number and there are more than thirty different
 *       ones (fewer are codes, such as those of an occupation);
 *   <li><em>texts</em>, where no cell has a {@code |}, more than half of them differ, and they have
 *       two words or more on the average;
 *   <li>else <em>categories</em>, a cell being words joined by {@code |}.
 * </ul>
 *
 * <p>An empty cell is a missing value.
 */
final class Cells {
  private static final int CODES = 30;
  private static final double WORDS_OF_A_TEXT = 2;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** So many different cells are kept once each, however many rows have them. */
  private static final int SHARED = 10_000;

  private final String name;
  private final List<String> cells = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();

  Cells(String name) {
    this.name = name;
  }

  /** The name of the column. */
  String name() {
    return name;
  }

  /** Sets the cell of a row, which may lie beyond the end. */
  void set(int row, String cell) {
    fillUp(row + 1);
    cells.set(row, shared.size() < SHARED ? shared.computeIfAbsent(cell, same -> same) : cell);
  }

  private void fillUp(int rows) {
    while (cells.size() < rows) {
      cells.add("");
    }
  }

  /** The column with so many rows. */
  Column column(int rows) {
    fillUp(rows);
    Set<String> different = new HashSet<>(cells);
    different.remove("");
    if (different.size() > CODES && different.stream().allMatch(NUMBER.asMatchPredicate())) {
      return new Numbers(
          name,
          cells.stream()
              .mapToDouble(c -> c.isEmpty() ? Double.NaN : Double.parseDouble(c))
              .toArray());
    }
    return isText(different) ? new Texts(name, cells) : categories(different);
  }

  private Column categories(Set<String> different) {
    Map<String, List<String>> words = new HashMap<>(Map.of("", List.of()));
    different.forEach(cell -> words.put(cell, words(cell)));
    return Categories.of(name, cells.stream().map(words::get).toList());
  }

  private boolean isText(Set<String> different) {
    long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
    return 2L * different.size() > filled
        && different.stream().noneMatch(cell -> cell.contains("|"))
        && different.stream().mapToInt(cell -> BLANKS.split(cell).length).average().orElse(0)
            >= WORDS_OF_A_TEXT;
  }

  private static List<String> words(String cell) {
    return Stream.of(cell.split("\\|"))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .distinct()
        .toList();
  }
}
