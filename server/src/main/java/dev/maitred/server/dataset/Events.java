package dev.maitred.server.dataset;

import dev.maitred.recommend.Features;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The events of one or more files, in the order of the files.
 *
 * <p>The columns are those of Personalize, MovieLens or sessions, in whatever letters: {@code
 * USER_ID}, {@code userId} or {@code SESSION_ID}; {@code ITEM_ID} or {@code movieId}; {@code
 * TIMESTAMP}, without which the order of the file counts; {@code SPLIT} may say {@code test};
 * others are what is known of the event ({@code rating} is called {@code EVENT_VALUE}).
 */
final class Events {
  private static final List<String> USER = List.of("USER_ID", "SESSION_ID", "user");
  private static final List<String> ITEM = List.of("ITEM_ID", "movieId", "item");
  private static final List<String> TIME = List.of("TIMESTAMP");
  private static final List<String> SPLIT = List.of("SPLIT");
  private static final String EXPECTED =
      "the columns userId, movieId, timestamp or USER_ID, ITEM_ID, TIMESTAMP (or SESSION_ID, ITEM_ID) were expected";
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final Ids users = new Ids();
  private final Ids items = new Ids();
  private final IntStream.Builder user = IntStream.builder();
  private final IntStream.Builder item = IntStream.builder();
  private final LongStream.Builder time = LongStream.builder();
  private final BitSet tested = new BitSet();
  private final List<Cells> context = new ArrayList<>();
  private boolean timed = true;
  private int size;

  /** Adds the events of a file. */
  void read(Path file) {
    Table.read(file, table -> begin(table, false));
  }

  /** Adds the events of a file of sessions for the test. */
  void readTest(Path file) {
    Table.read(file, table -> begin(table, true));
  }

  /** Whether all files said when the events were. */
  boolean timed() {
    return timed;
  }

  Ids users() {
    return users;
  }

  Ids items() {
    return items;
  }

  /** Users of whom a line or the file said that they are for the test. */
  BitSet tested() {
    return tested;
  }

  /** The user of each event; may be asked once, as the next two. */
  int[] user() {
    return user.build().toArray();
  }

  int[] item() {
    return item.build().toArray();
  }

  long[] time() {
    return time.build().toArray();
  }

  /** What else is known of each event. */
  Features context() {
    return new Features(size, context.stream().map(cells -> cells.column(size)).toList());
  }

  /** Adds an event of which nothing else is known. */
  void add(String user, String item, long time) {
    add(users.number(user), items.number(item), time);
  }

  private void add(int user, int item, long time) {
    this.user.add(user);
    this.item.add(item);
    this.time.add(time);
    size++;
  }

  private Consumer<Table.Row> begin(Table table, boolean test) {
    int userAt = table.place(USER).orElseThrow(() -> table.lacks(EXPECTED));
    int itemAt = table.place(ITEM).orElseThrow(() -> table.lacks(EXPECTED));
    Optional<Integer> timeAt = table.place(TIME);
    timed &= timeAt.isPresent();
    Optional<Integer> splitAt = table.place(SPLIT);
    var taken = new ArrayList<>(List.of(userAt, itemAt));
    timeAt.ifPresent(taken::add);
    splitAt.ifPresent(taken::add);
    List<Integer> others = table.placesBeside(taken);
    List<Cells> columns = others.stream().map(at -> column(table.names().get(at))).toList();
    return row -> {
      int number = users.number(filled(row, userAt, table));
      for (int at = 0; at < columns.size(); at++) {
        columns.get(at).set(size, row.cell(others.get(at)));
      }
      add(
          number,
          items.number(filled(row, itemAt, table)),
          timeAt.map(at -> time(row, at, table)).orElse((long) size));
      if (test || splitAt.map(at -> row.cell(at).equalsIgnoreCase("test")).orElse(false)) {
        tested.set(number);
      }
    };
  }

  private Cells column(String name) {
    String known = name.strip().equalsIgnoreCase("rating") ? "EVENT_VALUE" : name.strip();
    return context.stream()
        .filter(cells -> cells.name().equals(known))
        .findFirst()
        .orElseGet(
            () -> {
              Cells cells = new Cells(known);
              context.add(cells);
              return cells;
            });
  }

  private static String filled(Table.Row row, int place, Table table) {
    String id = row.cell(place);
    if (id.isEmpty()) {
      throw row.wrong("there is no " + table.names().get(place));
    }
    return id;
  }

  private static long time(Table.Row row, int place, Table table) {
    String time = row.cell(place);
    if (!WHOLE.matcher(time).matches()) {
      throw row.wrong(
          "the %s `%s` is not a whole number of seconds".formatted(table.names().get(place), time));
    }
    return Long.parseLong(time);
  }
}
