package dev.maitred.personalize.interactions;

import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.store.jobs.JobFailure;
import java.sql.SQLException;

/** The least data that Personalize trains on (personalize limits). */
final class TrainingFloor {
  private static final int EVENTS = 1000;
  private static final int USERS_WITH_TWO = 25;
  private static final double SHARE_WITH_TWO = 0.01;

  private final DuckSession duck;

  /**
   * @param duck holds the selected events in the table {@code event}
   */
  TrainingFloor(DuckSession duck) {
    this.duck = duck;
  }

  void check(EventSelection selection) throws JobFailure, SQLException {
    if (duck.number("select count(*) from event") < EVENTS) {
      throw failure(
          "Dataset has fewer than %d interactions%s."
              .formatted(
                  EVENTS,
                  selection
                      .type()
                      .map(type -> " after filtering by event type: " + type)
                      .orElse("")));
    }
    long users = duck.number("select count(distinct user_id) from event");
    long withTwo =
        duck.number(
            "select count(*) from (select 1 from event group by user_id having count(*) >= 2)");
    if (withTwo < USERS_WITH_TWO) {
      throw failure(
          "Dataset has fewer than %d users with at least 2 interactions each."
              .formatted(USERS_WITH_TWO));
    }
    if (withTwo < users * SHARE_WITH_TWO) {
      throw failure("Fewer than 1 % of the dataset's users have at least 2 interactions each.");
    }
  }

  private static JobFailure failure(String reason) {
    return new JobFailure("Create failed. " + reason);
  }
}
