package dev.maitred.bench.decisions.cedar;

import static java.util.stream.Collectors.joining;

import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.value.IpAddress;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.maitred.bench.decisions.DecisionBenchmark;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/**
 * What {@link DecisionBenchmark} asks, asked of Cedar.
 *
 * <p>A pattern of actions is a group of actions in Cedar, and what a policy variable stands for is
 * written out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CedarDecisionBenchmark {
  private static final String DESCRIBE = "personalize:DescribeCampaign";
  private static final String DELETE = "personalize:DeleteCampaign";
  private static final String GET = "s3:GetObject";
  private static final Map<String, Value> CONTEXT =
      Map.of("requestedRegion", new PrimString("us-east-1"), "sourceIp", new IpAddress("10.1.2.3"));

  private final CedarPolicies readOnly;
  private final CedarPolicies ten;
  private final CedarRequest describeByReadOnly =
      CedarRequest.of(DESCRIBE, DecisionBenchmark.CAMPAIGN);
  private final CedarRequest deleteByReadOnly = CedarRequest.of(DELETE, DecisionBenchmark.CAMPAIGN);
  private final CedarRequest describe =
      CedarRequest.of(DESCRIBE, Set.of("personalize:*"), DecisionBenchmark.CAMPAIGN, CONTEXT);
  private final CedarRequest delete =
      CedarRequest.of(
          DELETE,
          Set.of("personalize:*", "personalize:Delete*"),
          DecisionBenchmark.CAMPAIGN,
          CONTEXT);
  private final CedarRequest get =
      CedarRequest.of(GET, Set.of(), DecisionBenchmark.OBJECT, CONTEXT);

  public CedarDecisionBenchmark() {
    String alone = DecisionBenchmark.text("cedar/read-only.cedar");
    this.readOnly = CedarPolicies.of(alone);
    String teams =
        IntStream.rangeClosed(1, 9)
            .mapToObj(
                number ->
                    DecisionBenchmark.text("cedar/team.cedar").replace("TEAM", "team-" + number))
            .collect(joining());
    this.ten = CedarPolicies.of(alone + teams);
  }

  /** Holds Cedar's decisions against ours. */
  @Setup
  public void agree(DecisionBenchmark ours) throws AuthException {
    CedarPolicies.requireSame(ours.allowedByReadOnly(), allowedByReadOnly());
    CedarPolicies.requireSame(ours.notAllowedByReadOnly(), notAllowedByReadOnly());
    CedarPolicies.requireSame(ours.allowedByOneOfTen(), allowedByOneOfTen());
    CedarPolicies.requireSame(ours.allowedByVariable(), allowedByVariable());
    CedarPolicies.requireSame(ours.notAllowedByTen(), notAllowedByTen());
  }

  /** As {@link DecisionBenchmark#allowedByReadOnly}. */
  @Benchmark
  public AuthorizationResponse allowedByReadOnly() throws AuthException {
    return readOnly.decide(describeByReadOnly);
  }

  /** As {@link DecisionBenchmark#notAllowedByReadOnly}. */
  @Benchmark
  public AuthorizationResponse notAllowedByReadOnly() throws AuthException {
    return readOnly.decide(deleteByReadOnly);
  }

  /** As {@link DecisionBenchmark#allowedByOneOfTen}. */
  @Benchmark
  public AuthorizationResponse allowedByOneOfTen() throws AuthException {
    return ten.decide(describe);
  }

  /** As {@link DecisionBenchmark#allowedByVariable}. */
  @Benchmark
  public AuthorizationResponse allowedByVariable() throws AuthException {
    return ten.decide(get);
  }

  /** As {@link DecisionBenchmark#notAllowedByTen}. */
  @Benchmark
  public AuthorizationResponse notAllowedByTen() throws AuthException {
    return ten.decide(delete);
  }
}
