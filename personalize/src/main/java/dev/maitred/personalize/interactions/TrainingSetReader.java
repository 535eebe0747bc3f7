package dev.maitred.personalize.interactions;

import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.store.jobs.JobFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings the bulk rows and the streamed events of a dataset group together.
 *
 * <p>Events that are equal in all that is read count once. Among events of one second the older
 * import comes first, within a file the file's own order holds, and streamed events come last, in
 * the order in which they came: the order of ties decides a quarter of MovieLens's last events.
 */
public final class TrainingSetReader {
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
   * Reads the events that {@code selection} selects, and what is known of users and items.
   *
   * @throws JobFailure if the events are too few to train on
   */
  public TrainingSet read(TrainingSource source, EventSelection selection)
      throws JobFailure, IOException, SQLException {
    try (DuckSession duck = DuckSession.open(scratch)) {
      return new Reading(duck, source).read(selection);
    }
  }

  /** One reading, in a session of its own. */
  private final class Reading {
    private final DuckSession duck;
    private final TrainingSource source;
    private final Optional<RecordStaging> items;
    private final Optional<RecordStaging> users;
    private List<String> contextColumns = List.of();

    Reading(DuckSession duck, TrainingSource source) {
      this.duck = duck;
      this.source = source;
      this.items = records("item_record", "ITEM_ID", source.items());
      this.users = records("user_record", "USER_ID", source.users());
    }

    private Optional<RecordStaging> records(
        String name, String id, Optional<TrainingSource.Table> table) {
      return table.map(present -> new RecordStaging(duck, name, id, present));
    }

    TrainingSet read(EventSelection selection) throws JobFailure, SQLException {
      long lastEvent = stageEvents(selection);
      number("user_number", "select distinct user_id as id from event");
      stageItems();
      List<String> userIds = ids("user_number");
      List<String> itemIds = ids("item_number");
      Interactions interactions = interactions(userIds.size(), itemIds.size());
      int[] ignored = ignored(itemIds.size());
      duck.execute("drop table event");
      Features known = features(items, "item_number", itemIds.size());
      if (users.isPresent()) {
        users.get().stage(bulk);
      }
      ActionSet actions = actions(userIds.size());
      Features profiles = features(users, "user_number", userIds.size());
      return new TrainingSet(
          userIds,
          itemIds,
          actions.ids(),
          new TrainingData(interactions, known, profiles, actions.actions(), ignored),
          users.isPresent() ? users.get().profiles() : Profiles.Rows.NONE,
          lastEvent);
    }

    private long stageEvents(EventSelection selection) throws JobFailure, SQLException {
      if (source.interactions().isEmpty()) {
        duck.execute(
            "create table event (place bigint, user_id varchar, item_id varchar, time bigint, impression varchar)");
        return 0;
      }
      TrainingSource.Table table = source.interactions().get();
      long lastEvent = events.newest(table.dataset());
      var staging = new EventStaging(duck, table);
      staging.stage(bulk, events, selection, lastEvent);
      contextColumns = staging.featureColumns();
      new TrainingFloor(duck).check(selection);
      return lastEvent;
    }

    private void stageItems() throws SQLException {
      String seen = "select item_id as id from event";
      if (items.isPresent()) {
        items.get().stage(bulk);
        number("item_number", seen + " union select id from item_record where id is not null");
      } else {
        number("item_number", seen + " group by all");
      }
    }

    /** Numbers ids in the order of their bytes, from 0. */
    private void number(String table, String ids) throws SQLException {
      duck.execute(
          "create table %s as select id, (row_number() over (order by id) - 1)::integer as number from (%s)"
              .formatted(table, ids));
    }

    private List<String> ids(String table) throws SQLException {
      List<String> ids = new ArrayList<>();
      duck.<RuntimeException>query(
          "select id from " + table + " order by number", row -> ids.add(row.getString(1)));
      return ids;
    }

    private Features features(Optional<RecordStaging> records, String numbers, int rows)
        throws SQLException {
      return records.isPresent() ? records.get().features(numbers, rows) : Features.none(rows);
    }

    private Interactions interactions(int users, int items) throws SQLException {
      int events = Math.toIntExact(duck.number("select count(*) from event"));
      int[] firstEvent = new int[users + 1];
      int[] item = new int[events];
      long[] time = new long[events];
      int[] at = {0};
      var context = new FeatureRows(contextFeatures(), events);
      duck.<SQLException>query(
          """
          select u.number, i.number, e.time%s from event e
          join user_number u on u.id = e.user_id join item_number i on i.id = e.item_id
          order by u.number, e.time, e.place"""
              .formatted(contextColumns.stream().map(name -> ", e." + name).collect(joining())),
          row -> {
            item[at[0]] = row.getInt(2);
            time[at[0]] = row.getLong(3);
            context.add(row, 4);
            firstEvent[row.getInt(1) + 1] = ++at[0];
          });
      return new Interactions(users, items, firstEvent, item, time, context.features());
    }

    private ActionSet actions(int users) throws SQLException {
      return source.actions().isPresent()
          ? new ActionReading(duck, bulk, users)
              .read(source.actions().get(), source.actionInteractions())
          : ActionSet.none(users);
    }

    /** Counts how often an item was shown with an event of another one; empty without such. */
    private int[] ignored(int items) throws SQLException {
      int[] ignored = new int[items];
      duck.<SQLException>query(
          """
          select i.number, count(*) from
            (select item_id, unnest(list_distinct(string_split(impression, '|'))) as shown from event
              where impression is not null) e
          join item_number i on i.id = e.shown where e.shown <> e.item_id group by i.number""",
          row -> ignored[row.getInt(1)] = row.getInt(2));
      return Arrays.stream(ignored).allMatch(count -> count == 0) ? new int[0] : ignored;
    }

    private List<FeatureColumn> contextFeatures() {
      return source.interactions().map(TrainingSource.Table::features).orElse(List.of());
    }
  }
}
