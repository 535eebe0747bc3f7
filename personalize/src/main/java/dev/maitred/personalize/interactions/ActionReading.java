package dev.maitred.personalize.interactions;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.recommend.Features;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Reads the Actions and Action_Interactions datasets in a session that has numbered the users.
 *
 * <p>Event types are compared without their case, blanks and underscores (developer guide, action
 * interactions); events of other types, of unknown actions and of users without interactions with
 * items count for nothing. The actions are those of the Actions dataset.
 */
final class ActionReading {
  private final DuckSession duck;
  private final BulkFiles bulk;

  ActionReading(DuckSession duck, BulkFiles bulk) {
    this.duck = duck;
    this.bulk = bulk;
  }

  /**
   * What is there.
   *
   * @param interactions what users did about the actions; nothing without it
   */
  ActionSet read(TrainingSource.Table actions, Optional<TrainingSource.Table> interactions)
      throws SQLException {
    var records = new RecordStaging(duck, "action_record", "ACTION_ID", actions);
    records.stage(bulk);
    duck.execute(
        """
        create table action_number as select id, (row_number() over (order by id) - 1)::integer as number
        from action_record where id is not null""");
    List<String> ids = new ArrayList<>();
    duck.<RuntimeException>query(
        "select id from action_number order by number", row -> ids.add(row.getString(1)));
    Features features = records.features("action_number", ids.size());
    return interactions.isPresent()
        ? events(ids, features, interactions.get())
        : new ActionSet(ids, features, new int[0], new int[0], List.of(), new long[0]);
  }

  private ActionSet events(List<String> ids, Features features, TrainingSource.Table table)
      throws SQLException {
    IntStream.Builder user = IntStream.builder();
    IntStream.Builder action = IntStream.builder();
    LongStream.Builder time = LongStream.builder();
    List<String> outcome = new ArrayList<>();
    bulk.<Boolean, SQLException>read(
        table.dataset(),
        files -> {
          if (!files.isEmpty()) {
            duck.<SQLException>query(
                selection(DuckSession.files(files)),
                row -> {
                  user.add(row.getInt(1));
                  action.add(row.getInt(2));
                  time.add(row.getLong(3));
                  outcome.add(row.getString(4));
                });
          }
          return true;
        });
    return new ActionSet(
        ids,
        features,
        user.build().toArray(),
        action.build().toArray(),
        outcome,
        time.build().toArray());
  }

  /** Each event once, in an order that does not hang on the order of the files. */
  private static String selection(String files) {
    return """
        select distinct u.number, a.number, e.TIMESTAMP as time,
          if(e.type = 'NOTTAKEN', 'NOT_TAKEN', e.type) as outcome
        from (select *, replace(replace(upper(EVENT_TYPE), ' ', ''), '_', '') as type
              from read_parquet(%s)) e
        join user_number u on u.id = e.USER_ID join action_number a on a.id = e.ACTION_ID
        where e.type in ('TAKEN', 'NOTTAKEN', 'VIEWED')
        order by 1, 3, 2, 4"""
        .formatted(files);
  }
}
