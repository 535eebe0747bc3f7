package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Position;
import java.util.List;

/**
 * Why an element did not match.
 *
 * @param kind what went wrong
 * @param element the element's name as written, as {@code NotAction} or {@code Condition}
 * @param operator the condition operator; empty for other elements
 * @param key the condition key; empty for other elements
 * @param expected what the policy asks for: patterns, principals or values
 * @param position where it stands in the policy
 */
public record Reason(
    Kind kind,
    String element,
    String operator,
    String key,
    List<String> expected,
    Position position) {

  /** A reason concerning an element other than {@code Condition}. */
  public static Reason of(Kind kind, String element, List<String> expected, Position position) {
    return new Reason(kind, element, "", "", expected, position);
  }

  /** What can go wrong. */
  public enum Kind {
    NOT_LISTED("lists nothing that matches"),
    EXCLUDED("excludes it"),
    CONDITION_FAILED("is not met"),
    KEY_ABSENT("asks for a key that the request does not have"),
    SEVERAL_VALUES("compares one value, but the request has several"),
    UNREADABLE("cannot be compared: a value or pattern is malformed, or a variable has no value"),
    UNREADABLE_REQUEST("cannot be compared: the request's action or resource is malformed"),
    UNREADABLE_VALUE("cannot be compared: the value that the request has for it is malformed"),
    VARIABLE_WITHOUT_VALUE("has a variable for which the request has no value"),
    NAMED_IN_PART("lists the caller, its role or its account, but not all of them"),
    ELEMENT_MISSING("is missing from the statement"),
    ELEMENT_OUT_OF_PLACE("has no place in a policy of this kind");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /**
     * Whether the values that a request has for a condition key are at fault, which a caller may
     * choose, and not the policy.
     */
    public boolean isOfRequestedValues() {
      return this == SEVERAL_VALUES || this == UNREADABLE_VALUE;
    }

    /** Whether a Deny that runs into it applies nevertheless. */
    public boolean isPresumedOfDeny() {
      return isOfRequestedValues() || this == VARIABLE_WITHOUT_VALUE || this == NAMED_IN_PART;
    }

    /** The end of a sentence whose subject is the element. */
    public String sentence() {
      return sentence;
    }
  }

  /** The values that {@code request} had where the element looked. */
  public List<String> found(Request request) {
    return switch (element) {
      case "Action", "NotAction" -> List.of(request.action());
      case "Resource", "NotResource" -> List.of(request.resource());
      case "Principal", "NotPrincipal" -> List.of(request.principal().arn());
      default ->
          key.isEmpty() ? List.of() : request.context().values(Context.fold(key)).orElse(List.of());
    };
  }
}
