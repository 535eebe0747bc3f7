package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trial that knows how sure its metrics are. */
public interface EstimatingTrial extends Trial {

  /** The metrics of {@link #measure} with their confidence. */
  Map<String, Estimate> estimates(Recommender model, Progress progress);

  @Override
  default Map<String, Double> measure(Recommender model, Progress progress) {
    var values = new LinkedHashMap<String, Double>();
    estimates(model, progress).forEach((name, estimate) -> values.put(name, estimate.value()));
    return values;
  }
}
