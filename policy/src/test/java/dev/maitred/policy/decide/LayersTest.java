package dev.maitred.policy.decide;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.PolicySource.ByName;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {
  /** The largest policy there is would fill the memory if it were kept by pairs. */
  @Test
  void keepsManyActionsOnManyResources() {
    String statement = "{\"Effect\":\"Allow\",\"Action\":%s,\"Resource\":%s}";
    String many = statement.formatted(listed("s3:A"), listed("arn:aws:s3:::"));
    String few = statement.formatted("\"s3:B\"", "\"arn:aws:s3:::*\"");
    String policy =
        "{\"Statement\":[" + String.join(",", Collections.nCopies(9, few)) + "," + many + "]}";
    Layers layers =
        Layers.ofIdentity(List.of(new AttachedPolicy(new ByName("large"), Policy.parse(policy))));
    assertThat(layers.decide(request("s3:A7", "arn:aws:s3:::3999")))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(layers.decide(request("s3:A7", "arn:aws:s3:::x")))
        .isInstanceOf(Decision.DeniedImplicitly.class);
  }

  @Test
  void findsTheFirstOfManyThatApplies() {
    String statement = "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}";
    String policy =
        Stream.of("s3:B", "s3:Ab", "s3:A*", "*", "s3:A", "s3:a", "s3:*")
            .map(action -> statement.formatted(action, "arn:aws:s3:::*"))
            .collect(joining(",", "{\"Statement\":[", "]}"));
    assertThat(first(policy, "s3:A", "arn:aws:s3:::x")).isEqualTo(2);
    assertThat(first(policy, "s3:B", "arn:aws:s3:::x")).isZero();
    assertThat(first(policy, "s3:C", "arn:aws:s3:::x")).isEqualTo(3);
    assertThat(first(policy.replace("s3:::*", "s3:::x"), "s3:A", "arn:aws:s3:::x")).isEqualTo(2);
  }

  @Test
  void namesTheFirstOfSeveralGrantsOfTheResource() {
    String grant =
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"*\",\"Resource\":\"*\"}";
    String policy =
        Stream.of("111122223333", "AIDAEXAMPLEEXAMPLE123", "*")
            .map(grant::formatted)
            .collect(joining(",", "{\"Statement\":[", "]}"));
    Layers layers =
        Layers.ofIdentity(List.of())
            .withResource(ResourcePolicy.of(Policy.parse(policy), "111122223333"));
    assertThat(first(layers, "s3:A", "arn:aws:s3:::x")).isEqualTo(1);
  }

  private static int first(String policy, String action, String resource) {
    return first(
        Layers.ofIdentity(List.of(new AttachedPolicy(new ByName("p"), Policy.parse(policy)))),
        action,
        resource);
  }

  private static int first(Layers layers, String action, String resource) {
    Decision.Allowed allowed = (Decision.Allowed) layers.decide(request(action, resource));
    return allowed.because().getFirst().statement().index();
  }

  private static String listed(String prefix) {
    return IntStream.range(0, 4_000)
        .mapToObj(i -> "\"" + prefix + i + "\"")
        .collect(joining(",", "[", "]"));
  }

  private static Request request(String action, String resource) {
    return Request.of(
        new Principal.User(
            "arn:aws:iam::111122223333:user/a", "111122223333", "AIDAEXAMPLEEXAMPLE123"),
        action,
        resource,
        Context.empty());
  }
}
