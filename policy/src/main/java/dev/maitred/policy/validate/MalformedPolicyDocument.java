package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import java.util.Optional;

/**
 * Why a policy is refused.
 *
 * @param message IAM's message
 * @param detail what was wrong in one sentence, where the message does not say it
 * @param position where, if it is in one place
 * @param path the element, as {@code Statement[0].Action}; empty for the document as a whole
 */
public record MalformedPolicyDocument(
    String message, Optional<String> detail, Optional<Position> position, String path) {

  static MalformedPolicyDocument of(String message) {
    return new MalformedPolicyDocument(message, Optional.empty(), Optional.empty(), "");
  }

  static MalformedPolicyDocument of(String message, PolicySyntaxException cause) {
    return new MalformedPolicyDocument(
        message, Optional.of(cause.problem()), Optional.of(cause.position()), cause.path());
  }

  static MalformedPolicyDocument at(Text text, String message) {
    return new MalformedPolicyDocument(
        message, Optional.empty(), Optional.of(text.span().start()), text.path().toString());
  }

  static MalformedPolicyDocument at(Statement statement, String message) {
    return new MalformedPolicyDocument(
        message,
        Optional.empty(),
        Optional.of(statement.span().start()),
        statement.path().toString());
  }
}
