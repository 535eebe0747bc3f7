package dev.maitred.policy.decide;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.request.Request;

/** A compiled statement in its place. */
record Rule(Layer layer, PolicySource source, CompiledStatement statement) {
  Match match(Request request) {
    return layer.attachedToResource()
        ? statement.matchAttachedToResource(request)
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
