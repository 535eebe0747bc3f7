package dev.maitred.personalize.interactions;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
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
  private final int users;

  ActionReading(DuckSession duck, BulkFiles bulk, int users) {
    this.duck = duck;
    this.bulk = bulk;
    this.users = users;
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
    return new ActionSet(ids, actions(features, interactions));
  }

  private Actions actions(Features features, Optional<TrainingSource.Table> interactions)
      throws SQLException {
    IntStream.Builder user = IntStream.builder();
    IntStream.Builder action = IntStream.builder();
    LongStream.Builder time = LongStream.builder();
    List<Outcome> outcome = new ArrayList<>();
    if (interactions.isPresent()) {
      read(
          interactions.get().dataset(),
          row -> {
            user.add(row.getInt(1));
            action.add(row.getInt(2));
            time.add(row.getLong(3));
            outcome.add(Outcome.valueOf(row.getString(4)));
          });
    }
    return Actions.of(
        features,
        users,
        user.build().toArray(),
        action.build().toArray(),
        outcome.toArray(Outcome[]::new),
        time.build().toArray());
  }

  private void read(String dataset, DuckSession.EachRow<SQLException> each) throws SQLException {
    bulk.<Boolean, SQLException>read(
        dataset,
        files -> {
          if (!files.isEmpty()) {
            duck.<SQLException>query(selection(DuckSession.files(files)), each);
          }
          return true;
        });
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
