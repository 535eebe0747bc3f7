package dev.maitred.personalize.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.training.TrainedModel;
import dev.maitred.recommend.trend.Trends;
import java.time.Clock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Trends that count the events streamed since their training, in memory and without a training: a
 * request after new events reads these, and only these, before it is answered. Safe for use by many
 * threads.
 *
 * <p>Trends are as of the newest event. One that claims to come from the future counts as of its
 * arrival at the latest, so that it can't outdate all others.
 */
final class LiveTrends {
  private static final int IN_MEMORY = 64;

  private final EventLog log;
  private final Clock clock;
  private final Cache<String, Counted> counted =
      Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

  /**
   * What is counted so far.
   *
   * @param lastEvent the number of the last event that counts
   * @param commits the log's commits before it was read
   */
  private record Counted(Trends trends, long lastEvent, long commits) {}

  LiveTrends(EventLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * The trends of a solution version by now.
   *
   * @param model whose recommender are trends
   * @param dataset where the events go
   */
  Trends of(String version, TrainedModel model, String dataset, EventSelection selection) {
    long commits = log.commits();
    Counted known = counted.getIfPresent(version);
    if (known != null && known.commits() >= commits) {
      return known.trends();
    }
    return counted
        .asMap()
        .compute(
            version,
            (arn, before) ->
                before != null && before.commits() >= commits
                    ? before
                    : after(before == null ? trained(model) : before, model, dataset, selection))
        .trends();
  }

  private static Counted trained(TrainedModel model) {
    return new Counted((Trends) model.recommender(), model.histories().lastEvent(), 0);
  }

  private Counted after(
      Counted before, TrainedModel model, String dataset, EventSelection selection) {
    long commits = log.commits();
    long now = clock.instant().getEpochSecond();
    IntStream.Builder items = IntStream.builder();
    LongStream.Builder times = LongStream.builder();
    long last =
        log.<RuntimeException>since(
            dataset,
            before.lastEvent(),
            event -> {
              if (selection.selects(event.type(), event.value())) {
                items.add(model.items().number(event.item()));
                times.add(Math.min(now, event.time()));
              }
            });
    long[] when = times.build().toArray();
    return new Counted(
        when.length == 0
            ? before.trends()
            : before.trends().advanced(items.build().toArray(), when),
        last,
        commits);
  }
}
