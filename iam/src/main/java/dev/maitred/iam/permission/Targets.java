package dev.maitred.iam.permission;

import dev.maitred.iam.caller.Callers;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.StoredKey;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Tag;

/** The resources that IAM's operations name, with their tags and boundaries as they are now. */
final class Targets {
  private static final String BOUNDARY = "iam:PermissionsBoundary";

  private final IamStore store;

  Targets(IamStore store) {
    this.store = store;
  }

  /** An identity that is to be made. */
  Target made(Kind kind, @Nullable String path, String name) {
    return Target.of(kind.arn(store.account(), Lookup.path(path), name));
  }

  /** An identity under the name and path that it is to get; what is not given stays. */
  Target renamed(Kind kind, String name, @Nullable String newPath, @Nullable String newName) {
    Optional<Identity> now = find(kind, name);
    String path = newPath == null ? now.map(Identity::path).orElse("/") : newPath;
    String called = newName == null ? now.map(Identity::name).orElse(name) : newName;
    return new Target(kind.arn(store.account(), path, called), existing(kind, name).context());
  }

  /** A policy that is to be made. */
  Target madePolicy(@Nullable String path, String name) {
    return Target.of(ManagedPolicy.arn(store.account(), Lookup.path(path), name));
  }

  /** The user of that name, or, for operations on an optional user, the caller. */
  Target userOrCaller(@Nullable String name) {
    return Lookup.meansRoot(name)
        ? Target.of(Call.current().caller().arn())
        : user(Lookup.userName(name));
  }

  Target user(String name) {
    return existing(Kind.USER, name);
  }

  Target group(String name) {
    return existing(Kind.GROUP, name);
  }

  Target role(String name) {
    return existing(Kind.ROLE, name);
  }

  /** The user of that name, with its present boundary as a condition key. */
  Target boundedUser(String name) {
    return bounded(Kind.USER, name);
  }

  /** The role of that name, with its present boundary as a condition key. */
  Target boundedRole(String name) {
    return bounded(Kind.ROLE, name);
  }

  /** The managed policy of that ARN. */
  Target policy(String arn) {
    Target target = Target.of(arn);
    return store
        .read(tables -> tables.policies().find(arn))
        .map(policy -> target.tagged(tags(policy)))
        .orElse(target);
  }

  /** The user whose access key it is. */
  Target ownerOf(String accessKeyId) {
    StoredKey key =
        store
            .read(tables -> tables.accessKeys().find(accessKeyId))
            .orElseThrow(() -> unknownKey(accessKeyId));
    return store
        .read(tables -> tables.identities().byId(key.owner()))
        .map(this::target)
        .orElseGet(() -> Target.of("arn:aws:iam::" + store.account() + ":root"));
  }

  private static AwsError unknownKey(String accessKeyId) {
    return AwsError.of(
        Fault.ACCESS_DENIED,
        "User: "
            + Call.current().caller().arn()
            + " is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key "
            + accessKeyId);
  }

  // One that does not exist is asked for at the root path, so that the answer depends on policies
  // alone.
  private Target existing(Kind kind, String name) {
    return find(kind, name).map(this::target).orElseGet(() -> made(kind, "/", name));
  }

  private Target bounded(Kind kind, String name) {
    return existing(kind, name).with(BOUNDARY, find(kind, name).flatMap(Identity::boundary));
  }

  private Optional<Identity> find(Kind kind, String name) {
    return store.read(tables -> tables.identities().find(kind, name));
  }

  private Target target(Identity identity) {
    return Target.of(identity.arn(store.account())).tagged(Callers.tags(identity));
  }

  private static Map<String, String> tags(ManagedPolicy policy) {
    Map<String, String> tags = new HashMap<>();
    for (Tag tag : policy.policy().tags()) {
      tags.put(tag.key(), tag.value());
    }
    return tags;
  }
}
