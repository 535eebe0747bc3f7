package dev.maitred.server.demo;

import dev.maitred.server.dataset.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A catalogue read from a file: MovieLens {@code ratings.csv} (with {@code movies.csv} beside it,
 * if there) or an interactions CSV of Personalize; plain or gzip.
 */
final class CatalogueFile {
  private static final List<String> USER = List.of("USER_ID");
  private static final List<String> ITEM = List.of("ITEM_ID", "movieId");
  private static final List<String> TIME = List.of("TIMESTAMP");

  private CatalogueFile() {}

  /**
   * Reads it.
   *
   * @throws dev.maitred.server.dataset.Unreadable if that can't be done
   */
  static Catalogue read(Path file) {
    List<Catalogue.Interaction> interactions = new ArrayList<>();
    Map<String, String> titles = new HashMap<>();
    Path movies = file.resolveSibling("movies.csv");
    Table.read(file, table -> interactions(table, interactions));
    if (Files.exists(movies)) {
      Table.read(movies, table -> titles(table, titles));
    }
    return new Catalogue(file.toString(), interactions, item -> titles.getOrDefault(item, item));
  }

  private static Consumer<Table.Row> interactions(
      Table table, List<Catalogue.Interaction> interactions) {
    String expected =
        "the columns userId, movieId, timestamp or USER_ID, ITEM_ID, TIMESTAMP were expected";
    int user = place(table, USER, expected);
    int item = place(table, ITEM, expected);
    int time = place(table, TIME, expected);
    return row ->
        interactions.add(
            new Catalogue.Interaction(row.cell(user), row.cell(item), time(row, row.cell(time))));
  }

  private static long time(Table.Row row, String time) {
    if (!time.matches("-?\\d{1,18}")) {
      throw row.wrong("the time `%s` is not a whole number".formatted(time));
    }
    return Long.parseLong(time);
  }

  private static Consumer<Table.Row> titles(Table table, Map<String, String> titles) {
    String expected = "the columns movieId, title, genres were expected";
    int item = place(table, List.of("movieId"), expected);
    int title = place(table, List.of("title"), expected);
    int genres = place(table, List.of("genres"), expected);
    return row ->
        titles.put(
            row.cell(item), row.cell(title) + "  [" + row.cell(genres).replace("|", ", ") + "]");
  }

  private static int place(Table table, List<String> names, String expected) {
    return table.place(names).orElseThrow(() -> table.lacks(expected));
  }
}
