package dev.maitred.bench.decisions;

import static java.util.stream.Collectors.joining;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions under ever more statements, each about campaigns of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GrowthBenchmark {
  private static final String ACCOUNT = "123456789012";

  /** How the ARNs of all campaigns begin. */
  public static final String CAMPAIGNS = "arn:aws:personalize:us-east-1:" + ACCOUNT + ":campaign/";

  private static final int OF_ONE_POLICY = 10;

  @Param({"10", "100", "1000", "10000"})
  private int statements;

  private Layers layers = Layers.ofIdentity(List.of());
  private Request allowed = request("");
  private Request denied = request("");

  /** Compiles the statements. */
  @Setup
  public void compile() {
    layers =
        Layers.ofIdentity(
            IntStream.range(0, statements / OF_ONE_POLICY)
                .mapToObj(number -> policy(OF_ONE_POLICY * number))
                .toList());
    allowed = request("shop-" + statements / 2 + "/films");
    denied = request("shop-" + statements + "/films");
  }

  private static AttachedPolicy policy(int first) {
    String document =
        IntStream.range(first, first + OF_ONE_POLICY)
            .mapToObj(GrowthBenchmark::statement)
            .collect(joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}"));
    return new AttachedPolicy(new PolicySource.ByName("from " + first), Policy.parse(document));
  }

  private static String statement(int number) {
    return """
        {"Effect":"Allow","Action":["personalize:Describe*","personalize:GetRecommendations"],
         "Resource":"%sshop-%d/*"}"""
        .formatted(CAMPAIGNS, number);
  }

  private static Request request(String campaign) {
    return Request.of(
        new Principal.User("arn:aws:iam::" + ACCOUNT + ":user/u", ACCOUNT, "AIDAEXAMPLE"),
        "personalize:GetRecommendations",
        CAMPAIGNS + campaign,
        Context.empty());
  }

  /** How many statements there are. */
  public int statements() {
    return statements;
  }

  /** The request that is allowed. */
  public Request allowed() {
    return allowed;
  }

  /** The request that is not. */
  public Request denied() {
    return denied;
  }

  /** A request that the statement in the middle allows. */
  @Benchmark
  public Decision allowedByOne() {
    return layers.decide(allowed);
  }

  /** A request that no statement allows. */
  @Benchmark
  public Decision notAllowed() {
    return layers.decide(denied);
  }
}
