package dev.maitred.bench.decisions.cedar;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import dev.maitred.policy.decide.Decision;

/** Policies of Cedar, parsed once and kept on its native side: the fastest way of cedar-java. */
final class CedarPolicies {
  private static final BasicAuthorizationEngine ENGINE = new BasicAuthorizationEngine();

  private final PolicySet set;

  private CedarPolicies(PolicySet set) {
    this.set = set;
  }

  static CedarPolicies of(String text) {
    try {
      PolicySet set = PolicySet.parsePolicies(text);
      set.cache();
      return new CedarPolicies(set);
    } catch (InternalException | CacheException e) {
      throw new IllegalArgumentException("Cedar can not read " + text, e);
    }
  }

  AuthorizationResponse decide(CedarRequest request) throws AuthException {
    return ENGINE.isAuthorized(request.request(), set, request.entities());
  }

  /** Fails unless both decide the same, and Cedar without an error. */
  static void requireSame(Decision ours, AuthorizationResponse theirs) {
    AuthorizationSuccessResponse answer = theirs.success.orElseThrow();
    boolean allowed = ours instanceof Decision.Allowed;
    if (answer.isAllowed() != allowed || !answer.getErrors().isEmpty()) {
      throw new IllegalStateException("We decide %s, Cedar %s".formatted(ours, theirs));
    }
  }
}
