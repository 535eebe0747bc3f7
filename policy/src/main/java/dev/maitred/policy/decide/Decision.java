package dev.maitred.policy.decide;

import dev.maitred.policy.request.Request;
import java.util.List;

/**
 * The answer to a request.
 *
 * <p>There is no boolean in it on purpose: who asks must say what becomes of each case.
 */
public sealed interface Decision {
  /** What was asked. */
  Request request();

  /** The policies that were asked. */
  Layers layers();

  /** What every statement had to say, in the order of the layers; worked out when called. */
  default List<Considered> considered() {
    return layers().considered(request());
  }

  /**
   * Every layer that has a say allows it.
   *
   * @param because for each layer that was needed the first statement that allows it; empty for the
   *     root user of the account, who needs none
   */
  record Allowed(Request request, Layers layers, List<Deciding> because) implements Decision {
    public Allowed {
      because = List.copyOf(because);
    }
  }

  /** It must not be done. */
  sealed interface Denied extends Decision {}

  /**
   * A statement forbids it, which nothing outweighs.
   *
   * @param because the first such statement in the order of the layers
   */
  record DeniedExplicitly(Request request, Layers layers, Deciding because) implements Denied {}

  /**
   * Nothing forbids it, but a layer that must allow it does not.
   *
   * @param silent the first such layer
   */
  record DeniedImplicitly(Request request, Layers layers, Layer silent) implements Denied {}
}
