package dev.maitred.policy.decide;

import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.PolicySyntaxException;
import java.util.List;

/** A policy, parsed and compiled once for any number of decisions. */
public final class Policy {
  private final Document document;
  private final List<CompiledStatement> statements;

  private Policy(Document document) {
    this.document = document;
    this.statements =
        document.statements().stream()
            .map(statement -> CompiledStatement.of(statement, document.version()))
            .toList();
  }

  /**
   * The policy in {@code json}.
   *
   * @throws PolicySyntaxException if it is not JSON or not in the policy grammar
   */
  public static Policy parse(String json) {
    return of(Document.parse(json));
  }

  /**
   * The compiled form of {@code document}.
   *
   * @throws PolicySyntaxException if an {@code Effect} is not written exactly
   */
  public static Policy of(Document document) {
    return new Policy(document);
  }

  /** The policy as written. */
  public Document document() {
    return document;
  }

  List<CompiledStatement> statements() {
    return statements;
  }
}
