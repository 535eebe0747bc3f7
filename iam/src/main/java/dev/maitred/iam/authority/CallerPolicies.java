package dev.maitred.iam.authority;

import dev.maitred.iam.caller.Grants;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.InlinePolicy;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.StoredSession;
import dev.maitred.iam.store.Tables;
import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.decide.PolicySource.Holder;
import dev.maitred.store.Remembered;
import dev.maitred.wire.access.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies that have a say in what a caller may do: its own, its groups', its boundary, its
 * session's.
 */
final class CallerPolicies {
  private final IamStore store;
  private final CompiledPolicies compiled;
  private final Remembered<Key, Layers> known;

  CallerPolicies(IamStore store, CompiledPolicies compiled) {
    this.store = store;
    this.compiled = compiled;
    this.known = store.remembered(this::load);
  }

  /**
   * A caller as far as its policies depend on it; the access key is empty for a service's session.
   */
  private record Key(String principalId, String accessKeyId) {}

  /** The caller's policies as of now. The root user has none and needs none. */
  Layers of(Caller caller) {
    return known.get(new Key(principalId(caller), caller.accessKeyId()));
  }

  /** The policies of a user, group or role as of now, without any session. */
  Layers ofPrincipal(String principalId) {
    return known.get(new Key(principalId, ""));
  }

  /** The unique id of the user or role behind a caller. */
  static String principalId(Caller caller) {
    String id = caller.userId();
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }

  private Layers load(Key key) {
    return store.read(tables -> withSession(tables, key, ofPrincipal(tables, key.principalId())));
  }

  private Layers ofPrincipal(Tables tables, String principalId) {
    Optional<Identity> identity = tables.identities().byId(principalId);
    List<AttachedPolicy> policies = new ArrayList<>();
    identity.ifPresent(self -> addPolicies(tables, self, policies));
    tables
        .memberships()
        .groupsOf(principalId)
        .forEach(group -> addPolicies(tables, group, policies));
    Layers layers = Layers.ofIdentity(policies);
    return identity
        .flatMap(Identity::boundary)
        .map(arn -> layers.withBoundary(byArn(tables, arn)))
        .orElse(layers);
  }

  private void addPolicies(Tables tables, Identity identity, List<AttachedPolicy> policies) {
    Holder holder = holder(identity.kind());
    for (InlinePolicy policy : tables.inlinePolicies().of(identity.id())) {
      policies.add(
          new AttachedPolicy(
              new PolicySource.Inline(policy.name(), holder, identity.name()),
              compiled.of(policy.document())));
    }
    for (ManagedPolicy policy : tables.attachments().of(identity.id())) {
      policies.add(
          new AttachedPolicy(
              new PolicySource.Managed(policy.arn(), holder, identity.name()),
              compiled.of(tables.versions().inForce(policy.arn()).document())));
    }
  }

  private static Holder holder(Kind kind) {
    return switch (kind) {
      case USER -> Holder.USER;
      case GROUP -> Holder.GROUP;
      case ROLE -> Holder.ROLE;
    };
  }

  private Layers withSession(Tables tables, Key key, Layers layers) {
    if (!key.accessKeyId().startsWith("ASIA")) {
      return layers;
    }
    Optional<Grants> grants =
        tables.sessions().find(key.accessKeyId()).map(StoredSession::grants).map(Grants::read);
    // INVARIANT: a session that is not to be found may do nothing.
    return grants
        .map(g -> g.hasPolicies() ? layers.withSession(sessionPolicies(tables, g)) : layers)
        .orElseGet(() -> layers.withSession(List.of()));
  }

  private List<AttachedPolicy> sessionPolicies(Tables tables, Grants grants) {
    List<AttachedPolicy> policies = new ArrayList<>();
    grants
        .policies()
        .forEach(
            document ->
                policies.add(
                    new AttachedPolicy(
                        new PolicySource.ByName("session policy"), compiled.of(document))));
    // A managed policy that was deleted since allows nothing any more.
    grants.policyArns().stream()
        .filter(arn -> tables.versions().find(arn).isPresent())
        .forEach(arn -> policies.add(byArn(tables, arn)));
    return policies;
  }

  private AttachedPolicy byArn(Tables tables, String arn) {
    return new AttachedPolicy(
        new PolicySource.ByArn(arn), compiled.of(tables.versions().inForce(arn).document()));
  }
}
