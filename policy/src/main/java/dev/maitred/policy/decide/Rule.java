package dev.maitred.policy.decide;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.request.Request;

/**
 * A compiled statement in its place.
 *
 * @param bounded whether the caller has a permissions boundary
 */
record Rule(Layer layer, PolicySource source, CompiledStatement statement, boolean bounded) {
  Match match(Request request) {
    return layer.attachedToResource()
        ? statement.matchAttachedToResource(request, bounded)
        : statement.match(request);
  }

  Effect effect() {
    return statement.effect();
  }

  Considered considered(Request request) {
    return new Considered(layer, source, statement.written(), effect(), match(request));
  }

  Deciding deciding() {
    return new Deciding(layer, source, statement.written());
  }
}
