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

  private static String listed(String prefix) {
    return IntStream.range(0, 4_000)
        .mapToObj(i -> "\"" + prefix + i + "\"")
        .collect(joining(",", "[", "]"));
  }

  private static Request request(String action, String resource) {
    return Request.of(
        new Principal.User("arn:aws:iam::111122223333:user/a", "111122223333", "AIDA1"),
        action,
        resource,
        Context.empty());
  }
}
