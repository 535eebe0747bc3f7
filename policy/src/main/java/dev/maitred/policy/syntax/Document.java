package dev.maitred.policy.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A policy document, as written.
 *
 * @param version {@link Version#V2008_10_17} where the text names none
 * @param id the optional {@code Id}
 * @param statements at least one, in the order written
 */
public record Document(Version version, Optional<Text> id, List<Statement> statements) {
  /**
   * The document that {@code json} holds.
   *
   * @throws PolicySyntaxException if it is not JSON or not in the policy grammar
   */
  public static Document parse(String json) {
    return DocumentReader.read(JsonReader.read(json));
  }
}
