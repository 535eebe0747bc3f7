package dev.maitred.policy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.maitred.policy.condition.ConditionElement;
import dev.maitred.policy.condition.Moment;
import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.ConditionOperator;
import dev.maitred.policy.syntax.ConditionOperator.Quantifier;
import dev.maitred.policy.syntax.Operator;
import dev.maitred.policy.syntax.Path;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.Span;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.syntax.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Any two values compare by the laws of their operators. */
class ComparisonFuzzTest {
  private static final String YES = "yes";
  private static final String NO = "no";

  /** The lines of {@code data} are the policy's value and the request's. */
  @FuzzTest
  void keepsTheLawsOfTheOperators(byte[] data) {
    String[] lines = new String(data, UTF_8).split("\n", 2);
    String policy = lines[0];
    String request = lines[lines.length - 1];
    everyOperatorAnswers(policy, request);
    strings(policy, request);
    ordered("NUMERIC", policy, request);
    ordered("DATE", policy, request);
    opposites(Operator.IP_ADDRESS, Operator.NOT_IP_ADDRESS, policy, request);
    opposites(Operator.ARN_LIKE, Operator.ARN_NOT_LIKE, policy, request);
    assertThat(answer(Operator.ARN_EQUALS, policy, request))
        .isEqualTo(answer(Operator.ARN_LIKE, policy, request));
    symmetric(Operator.BOOL, policy, request);
    symmetric(Operator.BINARY_EQUALS, policy, request);
    numbers(policy, request);
    addresses(policy, request);
    dates(policy);
  }

  private static void everyOperatorAnswers(String policy, String request) {
    for (Operator operator : Operator.values()) {
      for (Quantifier quantifier : Quantifier.values()) {
        match(new ConditionOperator(quantifier, operator, true), policy, request);
      }
    }
  }

  private static void strings(String policy, String request) {
    agree(Operator.STRING_EQUALS, policy, request, String::equals);
    opposites(Operator.STRING_EQUALS, Operator.STRING_NOT_EQUALS, policy, request);
    opposites(Operator.STRING_LIKE, Operator.STRING_NOT_LIKE, policy, request);
    opposites(
        Operator.STRING_EQUALS_IGNORE_CASE,
        Operator.STRING_NOT_EQUALS_IGNORE_CASE,
        policy,
        request);
  }

  private static void ordered(String family, String policy, String request) {
    Operator equals = Operator.valueOf(family + "_EQUALS");
    Operator less = Operator.valueOf(family + "_LESS_THAN");
    Operator greater = Operator.valueOf(family + "_GREATER_THAN");
    opposites(equals, Operator.valueOf(family + "_NOT_EQUALS"), policy, request);
    opposites(less, Operator.valueOf(family + "_GREATER_THAN_EQUALS"), policy, request);
    opposites(greater, Operator.valueOf(family + "_LESS_THAN_EQUALS"), policy, request);
    symmetric(equals, policy, request);
    List<String> answers =
        List.of(
            answer(equals, policy, request),
            answer(less, policy, request),
            answer(greater, policy, request));
    if (isReadable(answers.getFirst())) {
      assertThat(answers).containsExactlyInAnyOrder(YES, NO, NO);
      assertThat(answer(greater, request, policy)).isEqualTo(answers.get(1));
    }
  }

  private static void opposites(Operator one, Operator other, String policy, String request) {
    String answer = answer(one, policy, request);
    String opposite = answer(other, policy, request);
    if (isReadable(answer)) {
      assertThat(opposite).isEqualTo(answer.equals(YES) ? NO : YES);
    } else {
      assertThat(opposite).isEqualTo(answer);
    }
  }

  private static void symmetric(Operator equals, String policy, String request) {
    String answer = answer(equals, policy, request);
    if (isReadable(answer)) {
      assertThat(answer(equals, request, policy)).isEqualTo(answer);
      assertThat(answer(equals, policy, policy)).isEqualTo(YES);
    }
  }

  private static void numbers(String policy, String request) {
    if (isReadable(answer(Operator.NUMERIC_LESS_THAN, policy, request))) {
      agree(
          Operator.NUMERIC_LESS_THAN,
          policy,
          request,
          (limit, number) -> new BigDecimal(number).compareTo(new BigDecimal(limit)) < 0);
    }
  }

  private static void addresses(String policy, String request) {
    if (isReadable(answer(Operator.IP_ADDRESS, policy, request))) {
      agree(Operator.IP_ADDRESS, policy, request, ComparisonFuzzTest::isInRange);
    }
  }

  private static boolean isInRange(String range, String address) {
    String[] parts = range.split("/");
    byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
    byte[] asked = InetAddress.ofLiteral(address).getAddress();
    int bits = 8 * network.length;
    int free = parts.length == 1 ? 0 : bits - Integer.parseInt(parts[1]);
    return network.length == asked.length
        && new BigInteger(1, network)
            .shiftRight(free)
            .equals(new BigInteger(1, asked).shiftRight(free));
  }

  private static void dates(String text) {
    Optional<Moment> moment = Moment.parse(text);
    if (text.matches(
        "[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])T[01]\\d:[0-5]\\d:[0-5]\\dZ")) {
      assertThat(moment).isPresent();
    }
    moment.flatMap(_ -> instant(text)).ifPresent(instant -> sameMoment(moment, instant));
  }

  private static void sameMoment(Optional<Moment> moment, Instant instant) {
    assertThat(moment).contains(new Moment(instant.getEpochSecond(), instant.getNano()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void agree(
      Operator operator, String policy, String request, BiPredicate<String, String> oracle) {
    assertThat(answer(operator, policy, request))
        .isEqualTo(oracle.test(policy, request) ? YES : NO);
  }

  private static boolean isReadable(String answer) {
    return answer.equals(YES) || answer.equals(NO);
  }

  private static String answer(Operator operator, String policy, String request) {
    return switch (match(
        new ConditionOperator(Quantifier.SINGLE, operator, false), policy, request)) {
      case Match.Matches _ -> YES;
      case Match.DoesNotMatch _ -> NO;
      case Match.CannotTell(Reason reason) -> reason.kind().name();
      case Match.Presumed(Reason reason) -> reason.kind().name();
    };
  }

  private static Match match(ConditionOperator operator, String policy, String request) {
    Condition condition =
        new Condition(operator, text(operator.toString()), text("k"), List.of(text(policy)));
    return ConditionElement.of(List.of(condition), Version.V2008_10_17).match(request(request));
  }

  private static Text text(String value) {
    return new Text(value, new Span(Position.START, Position.START), Path.ROOT);
  }

  private static Request request(String value) {
    return Request.of(
        new Principal.Anonymous(), "a:B", "*", Context.of(Map.of("k", List.of(value))));
  }
}
