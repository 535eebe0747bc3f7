package dev.maitred.personalize.runtime;

import dev.maitred.personalize.campaign.ItemExploration;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.training.TrainedModel;
import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a model what a caller asks a campaign. Safe for use by many threads. */
final class Queries {
  /** For so long a user is shown the same items that are tried out. */
  private static final long EXPLORATION_LASTS = Duration.ofHours(1).toMillis();

  private final EventLog log;
  private final Clock clock;

  Queries(EventLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * The next items of a user, or those of everybody.
   *
   * @param user null for nobody
   */
  Query ofUser(
      Deployment deployment, @Nullable String user, int limit, Map<String, String> context) {
    return user == null
        ? Query.ofHistory(new int[0], limit)
        : about(deployment, user, Query.ofHistory(deployment.history(log, user), limit), context);
  }

  /** What goes with an item; for one that the model does not know, what a model makes of that. */
  Query ofItem(Deployment deployment, String item, int limit) {
    return Query.ofItem(deployment.model().items().number(item), limit)
        .influencedBy(deployment.influence());
  }

  /** The next actions of a user, by what they had done about actions as of the training. */
  Query ofActions(Deployment deployment, String user, int limit) {
    TrainedModel model = deployment.model();
    long now = clock.instant().getEpochSecond();
    return ofUser(deployment, user, limit, Map.of())
        .after(model.actionHistories().of(model.users().number(user), now));
  }

  /** The order of items that suits a user. */
  Query ofList(Deployment deployment, String user, int[] items, Map<String, String> context) {
    return about(deployment, user, Query.ofList(deployment.history(log, user), items), context);
  }

  private Query about(
      Deployment deployment, String user, Query query, Map<String, String> context) {
    Query known = query.by(deployment.model().profiles().of(user)).in(context);
    return exploration(deployment, user).map(known::exploring).orElse(known);
  }

  /**
   * How items are tried out: their age counts at the newest event of the training, and the chance
   * depends on nothing but the user, the model and the hour.
   */
  private Optional<Exploration> exploration(Deployment deployment, String user) {
    Optional<ItemExploration> configured =
        deployment.exploration().filter(exploration -> exploration.weight() > 0);
    return configured.map(
        exploration ->
            new Exploration(
                exploration.weight(),
                exploration.ageCutOffDays(),
                deployment.model().histories().newestTime(),
                seed(user, deployment.version(), clock.millis() / EXPLORATION_LASTS)));
  }

  /** Multiplied by an odd number without a pattern, so that near hours are far from each other. */
  static long seed(String user, String version, long hour) {
    long mixing = 0x9E3779B97F4A7C15L;
    return ((user.hashCode() * mixing + version.hashCode()) * mixing + hour) * mixing;
  }
}
