package dev.maitred.iam.operation;

import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations look up, with AWS's refusal where it is not there. */
public final class Lookup {
  private Lookup() {}

  public static Identity user(Tables tables, String name) {
    return identity(tables, Kind.USER, name);
  }

  public static Identity group(Tables tables, String name) {
    return identity(tables, Kind.GROUP, name);
  }

  public static Identity role(Tables tables, String name) {
    return identity(tables, Kind.ROLE, name);
  }

  public static Identity identity(Tables tables, Kind kind, String name) {
    return tables
        .identities()
        .find(kind, name)
        .orElseThrow(() -> IamErrors.noSuchIdentity(kind, name));
  }

  public static ManagedPolicy policy(Tables tables, String arn) {
    return tables.policies().find(arn).orElseThrow(() -> IamErrors.noSuchPolicy(arn));
  }

  /**
   * The name an operation is about: the one given, else the calling user's own.
   *
   * @throws dev.maitred.wire.AwsError if none is given and the caller is not a user
   */
  public static String userName(@Nullable String given) {
    if (given != null) {
      return given;
    }
    Caller caller = Call.current().caller();
    List<String> own = caller.context().getOrDefault("aws:username", List.of());
    if (own.isEmpty()) {
      throw IamErrors.validation("Must specify userName when calling with non-User credentials");
    }
    return own.getFirst();
  }

  /**
   * Whether an operation on an optional user is about the root user: none is given and root calls.
   */
  public static boolean meansRoot(@Nullable String given) {
    return given == null && Call.current().caller().type() == Caller.Type.ROOT;
  }

  /** The time of the current call as IAM keeps it, in whole seconds. */
  public static Instant now() {
    return Call.current().time().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A path as given, or the root path. */
  public static String path(@Nullable String given) {
    return given == null ? "/" : given;
  }
}
