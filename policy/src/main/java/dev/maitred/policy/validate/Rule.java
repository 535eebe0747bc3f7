package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One thing that a document must satisfy to be stored. */
@FunctionalInterface
interface Rule {
  /** How {@code document} breaks it, if it does. */
  Optional<MalformedPolicyDocument> check(Document document);

  /** The rule that every statement satisfies {@code rule}. */
  static Rule eachStatement(Function<Statement, Optional<MalformedPolicyDocument>> rule) {
    return document -> first(document.statements(), rule);
  }

  /** The first problem among {@code things}. */
  static <T> Optional<MalformedPolicyDocument> first(
      List<T> things, Function<? super T, Optional<MalformedPolicyDocument>> rule) {
    return things.stream().map(rule).flatMap(Optional::stream).findFirst();
  }
}
