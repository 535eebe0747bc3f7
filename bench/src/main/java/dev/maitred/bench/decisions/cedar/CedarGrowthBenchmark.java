package dev.maitred.bench.decisions.cedar;

import static java.util.stream.Collectors.joining;

import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import dev.maitred.bench.decisions.GrowthBenchmark;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What {@link GrowthBenchmark} asks, asked of Cedar. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked // JMH sets everything up before it measures.
public class CedarGrowthBenchmark {
  private static final String ACTION = "personalize:GetRecommendations";

  private CedarPolicies policies;
  private CedarRequest allowed;
  private CedarRequest denied;

  /** Parses as many policies and holds Cedar's decisions against ours. */
  @Setup
  public void parse(GrowthBenchmark ours) throws AuthException {
    policies =
        CedarPolicies.of(
            IntStream.range(0, ours.statements())
                .mapToObj(CedarGrowthBenchmark::policy)
                .collect(joining()));
    allowed = request(ours.allowed().resource());
    denied = request(ours.denied().resource());
    CedarPolicies.requireSame(ours.allowedByOne(), allowedByOne());
    CedarPolicies.requireSame(ours.notAllowed(), notAllowed());
  }

  private static String policy(int number) {
    return """
        permit(
          principal == User::"analyst",
          action in [Action::"personalize:Describe*", Action::"personalize:GetRecommendations"],
          resource
        ) when { resource.arn like "%sshop-%d/*" };
        """
        .formatted(GrowthBenchmark.CAMPAIGNS, number);
  }

  private static CedarRequest request(String arn) {
    return CedarRequest.of(ACTION, Set.of(), arn, Map.of());
  }

  /** As {@link GrowthBenchmark#allowedByOne}. */
  @Benchmark
  public AuthorizationResponse allowedByOne() throws AuthException {
    return policies.decide(allowed);
  }

  /** As {@link GrowthBenchmark#notAllowed}. */
  @Benchmark
  public AuthorizationResponse notAllowed() throws AuthException {
    return policies.decide(denied);
  }
}
