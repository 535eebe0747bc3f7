package dev.maitred.bench.decisions;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions under the read-only policy of 31 actions alone, and under it and nine more policies.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  static final String ACCOUNT = "123456789012";
  static final String USER = "arn:aws:iam::" + ACCOUNT + ":user/analyst";
  static final String ALLOWED = "personalize:DescribeCampaign";
  static final String NOT_ALLOWED = "personalize:DeleteCampaign";
  static final Map<String, List<String>> CONTEXT =
      Map.of(
          "aws:username", List.of("analyst"),
          "aws:PrincipalAccount", List.of(ACCOUNT),
          "aws:RequestedRegion", List.of("us-east-1"),
          "aws:SourceIp", List.of("10.1.2.3"),
          "aws:CurrentTime", List.of("2026-01-01T00:00:00Z"));

  /** The campaign of which it is asked. */
  public static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:" + ACCOUNT + ":campaign/movies";

  /** The object of which it is asked: in the folder of the user in a team's bucket. */
  public static final String OBJECT = "arn:aws:s3:::team-5/analyst/ratings.csv";

  private final Layers readOnly = Layers.ofIdentity(List.of(attached("read-only.json", 0)));
  private final Layers ten =
      Layers.ofIdentity(
          Stream.concat(
                  Stream.of(attached("read-only.json", 0)),
                  IntStream.rangeClosed(1, 9).mapToObj(number -> attached("team.json", number)))
              .toList());
  private final Request describe = request(ALLOWED, CAMPAIGN);
  private final Request delete = request(NOT_ALLOWED, CAMPAIGN);
  private final Request get = request("s3:GetObject", OBJECT);

  /** An action that the policy allows. */
  @Benchmark
  public Decision allowedByReadOnly() {
    return readOnly.decide(describe);
  }

  /** An action that it does not. */
  @Benchmark
  public Decision notAllowedByReadOnly() {
    return readOnly.decide(delete);
  }

  /** The same with nine more policies of three statements, conditions and variables among them. */
  @Benchmark
  public Decision allowedByOneOfTen() {
    return ten.decide(describe);
  }

  /** An action that one of the ten allows on a resource in which a variable stands. */
  @Benchmark
  public Decision allowedByVariable() {
    return ten.decide(get);
  }

  /** An action that none of the ten allows. */
  @Benchmark
  public Decision notAllowedByTen() {
    return ten.decide(delete);
  }

  private static Request request(String action, String resource) {
    return Request.of(
        new Principal.User(USER, ACCOUNT, "AIDAEXAMPLE"), action, resource, Context.of(CONTEXT));
  }

  private static AttachedPolicy attached(String resource, int number) {
    String arn = "arn:aws:iam::" + ACCOUNT + ":policy/" + resource + number;
    String json = text(resource).replace("TEAM", "team-" + number);
    return new AttachedPolicy(
        new PolicySource.Managed(arn, PolicySource.Holder.USER, "analyst"), Policy.parse(json));
  }

  /** The text of a resource that lies beside this class, or in a folder there. */
  public static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(DecisionBenchmark.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
