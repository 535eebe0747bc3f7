package dev.maitred.personalize.interactions;

import static dev.maitred.personalize.bulk.DuckSession.text;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.StreamedEvent;
import dev.maitred.recommend.Interactions;
import dev.maitred.store.jobs.JobFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/**
 * Brings the bulk rows and the streamed events of a dataset group together.
 *
 * <p>Events that are equal in user, item, time, type and value count once. Among events of one
 * second the older import comes first, within a file the file's own order holds, and streamed
 * events come last, in the order in which they came: the order of ties decides a quarter of
 * MovieLens's last events.
 */
public final class TrainingSetReader {
  /** Places of different files are that far apart, and streamed events come after all of them. */
  private static final long FILE_STEP = 1L << 40;

  private static final long STREAMED = 1L << 62;

  private final BulkFiles bulk;
  private final EventLog events;
  private final Path scratch;

  /**
   * @param scratch where files may lie while it reads
   */
  public TrainingSetReader(BulkFiles bulk, EventLog events, Path scratch) {
    this.bulk = bulk;
    this.events = events;
    this.scratch = scratch;
  }

  /**
   * The datasets to read.
   *
   * @param interactions the ARN of the Interactions dataset
   * @param columns its schema
   * @param items the ARN of the Items dataset, whose items belong to the catalogue too
   */
  public record Source(String interactions, Columns columns, Optional<String> items) {}

  /**
   * Reads the events that {@code selection} selects.
   *
   * @throws JobFailure if they are too few to train on
   */
  public TrainingSet read(Source source, EventSelection selection)
      throws JobFailure, IOException, SQLException {
    try (DuckSession duck = DuckSession.open(scratch)) {
      duck.execute(
          """
          create table raw (place bigint, user_id varchar, item_id varchar, time bigint,
            type varchar, value float)""");
      stageBulk(duck, source);
      long lastEvent = events.newest(source.interactions());
      stageStreamed(duck, source.interactions(), lastEvent);
      duck.execute("create table event as " + distinct(selection));
      duck.execute("drop table raw");
      new TrainingFloor(duck).check(selection);
      number(duck, "user_number", "select distinct user_id as id from event");
      number(duck, "item_number", catalogue(source));
      return new TrainingSet(
          ids(duck, "user_number"), ids(duck, "item_number"), data(duck), lastEvent);
    }
  }

  private void stageBulk(DuckSession duck, Source source) throws SQLException {
    String type = source.columns().named("EVENT_TYPE").isPresent() ? "EVENT_TYPE" : "null";
    String value = source.columns().named("EVENT_VALUE").isPresent() ? "EVENT_VALUE" : "null";
    bulk.<Boolean, SQLException>read(
        source.interactions(),
        files -> {
          for (int number = 0; number < files.size(); number++) {
            duck.execute(
                """
                insert into raw
                select %d + file_row_number, USER_ID, ITEM_ID, TIMESTAMP, %s, %s
                from read_parquet(%s, file_row_number = true)
                """
                    .formatted(
                        number * FILE_STEP, type, value, text(files.get(number).toString())));
          }
          return !files.isEmpty();
        });
  }

  private void stageStreamed(DuckSession duck, String dataset, long lastEvent) throws SQLException {
    long[] place = {STREAMED};
    try (DuckDBAppender rows = duck.connection().createAppender("raw")) {
      events.<SQLException>forTraining(
          dataset, lastEvent, event -> append(rows, place[0]++, event));
    }
  }

  private static void append(DuckDBAppender rows, long place, StreamedEvent event)
      throws SQLException {
    rows.beginRow()
        .append(place)
        .append(event.user())
        .append(event.item())
        .append(event.time())
        .append(event.type())
        .append(event.value())
        .endRow();
  }

  private static String distinct(EventSelection selection) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    selection.type().ifPresent(type -> conditions.add("lower(type) = lower(" + text(type) + ")"));
    selection.threshold().ifPresent(least -> conditions.add("value >= " + least));
    return """
        select min(place) as place, user_id, item_id, time from raw
        where %s group by user_id, item_id, time, type, value"""
        .formatted(String.join(" and ", conditions));
  }

  private String catalogue(Source source) {
    String seen = "select item_id as id from event";
    return source
        .items()
        .flatMap(dataset -> bulk.read(dataset, TrainingSetReader::itemsOf))
        .map(items -> seen + " union " + items)
        .orElse(seen + " group by all");
  }

  private static Optional<String> itemsOf(List<Path> files) {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "select ITEM_ID as id from read_parquet(%s)".formatted(DuckSession.files(files)));
  }

  /** Numbers ids in the order of their bytes, from 0. */
  private static void number(DuckSession duck, String table, String ids) throws SQLException {
    duck.execute(
        "create table %s as select id, (row_number() over (order by id) - 1)::integer as number from (%s)"
            .formatted(table, ids));
  }

  private static List<String> ids(DuckSession duck, String table) throws SQLException {
    List<String> ids = new ArrayList<>();
    duck.<RuntimeException>query(
        "select id from " + table + " order by number", row -> ids.add(row.getString(1)));
    return ids;
  }

  private static Interactions data(DuckSession duck) throws SQLException {
    int events = Math.toIntExact(duck.number("select count(*) from event"));
    int users = Math.toIntExact(duck.number("select count(*) from user_number"));
    int items = Math.toIntExact(duck.number("select count(*) from item_number"));
    int[] firstEvent = new int[users + 1];
    int[] item = new int[events];
    long[] time = new long[events];
    int[] at = {0};
    duck.<RuntimeException>query(
        """
        select u.number, i.number, e.time from event e
        join user_number u on u.id = e.user_id join item_number i on i.id = e.item_id
        order by u.number, e.time, e.place""",
        row -> {
          item[at[0]] = row.getInt(2);
          time[at[0]] = row.getLong(3);
          firstEvent[row.getInt(1) + 1] = ++at[0];
        });
    return new Interactions(users, items, firstEvent, item, time);
  }
}
