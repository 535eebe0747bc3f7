package dev.maitred.server.dataset;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is known of items or users: a file with an id in each row, and what the columns are. */
final class Metadata {
  private static final List<String> TITLES = List.of("title", "name", "itemname", "description");

  private final Ids ids;
  private final List<Cells> columns = new ArrayList<>();
  private final Map<Integer, String> titles = new HashMap<>();

  /**
   * Begins with nothing known.
   *
   * @param ids of the items or users; those that only the file knows join them
   */
  Metadata(Ids ids) {
    this.ids = ids;
  }

  /**
   * Adds a file.
   *
   * @param key what the column of the ids may be called
   */
  void read(Path file, List<String> key) {
    Table.read(file, table -> begin(table, key));
  }

  private Consumer<Table.Row> begin(Table table, List<String> key) {
    int idAt =
        table
            .place(key)
            .orElseThrow(() -> table.lacks("a column " + key.getFirst() + " was expected"));
    List<Integer> places = table.placesBeside(List.of(idAt));
    columns(places.stream().map(at -> table.names().get(at).strip()).toList());
    int title = table.place(TITLES).filter(places::contains).orElse(-1);
    return row -> {
      String id = row.cell(idAt);
      if (id.isEmpty()) {
        throw row.wrong("there is no " + table.names().get(idAt));
      }
      add(id, title < 0 ? "" : row.cell(title), places.stream().map(row::cell).toList());
    };
  }

  /** Begins with columns of these names. */
  void columns(List<String> names) {
    names.forEach(name -> columns.add(new Cells(name)));
  }

  /** Adds a row: an id, its title or an empty text, and its cells. */
  void add(String id, String title, List<String> cells) {
    int number = ids.number(id);
    for (int at = 0; at < cells.size(); at++) {
      columns.get(at).set(number, cells.get(at));
    }
    if (!title.isEmpty()) {
      titles.put(number, title);
    }
  }

  /** The columns, with a row for each id. */
  Features features() {
    int rows = ids.size();
    List<Column> all = columns.stream().map(cells -> cells.column(rows)).toList();
    return new Features(rows, all);
  }

  /** What an item is called for people: its title, or else its id. */
  String title(int number) {
    return titles.getOrDefault(number, ids.id(number));
  }
}
