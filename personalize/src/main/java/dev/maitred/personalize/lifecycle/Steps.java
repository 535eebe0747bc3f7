package dev.maitred.personalize.lifecycle;

import dev.maitred.personalize.lifecycle.Lifecycle.Step;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.store.jobs.JobProgress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkPojo;

/** The steps of every kind on one of the ways, in the order in which they were added. */
final class Steps {
  private final Map<Kind<?>, List<Step<?>>> byKind = new ConcurrentHashMap<>();

  <T extends SdkPojo> void add(Kind<T> kind, Step<T> step) {
    byKind.computeIfAbsent(kind, any -> new CopyOnWriteArrayList<>()).add(step);
  }

  /** Does the steps of a kind, which may be none. */
  @SuppressWarnings("unchecked") // Only add fills the map.
  <T extends SdkPojo> void run(Kind<T> kind, T resource, JobProgress progress) throws Exception {
    for (Step<?> step : byKind.getOrDefault(kind, List.of())) {
      ((Step<T>) step).run(resource, progress);
    }
  }
}
