package dev.maitred.iam;

import dev.maitred.iam.accesskey.AccessKeys;
import dev.maitred.iam.account.Account;
import dev.maitred.iam.account.AccountSummary;
import dev.maitred.iam.authority.Decisions;
import dev.maitred.iam.authority.GetDecision;
import dev.maitred.iam.authority.PolicyAuthority;
import dev.maitred.iam.authority.TrustingServiceRoles;
import dev.maitred.iam.boundary.Boundaries;
import dev.maitred.iam.caller.IamKeyRing;
import dev.maitred.iam.caller.Sessions;
import dev.maitred.iam.group.Groups;
import dev.maitred.iam.group.Memberships;
import dev.maitred.iam.permission.IamOperations;
import dev.maitred.iam.policy.Attachments;
import dev.maitred.iam.policy.AwsPolicies;
import dev.maitred.iam.policy.InlinePolicies;
import dev.maitred.iam.policy.ManagedPolicies;
import dev.maitred.iam.policy.PolicyEntities;
import dev.maitred.iam.policy.PolicyVersions;
import dev.maitred.iam.role.Roles;
import dev.maitred.iam.simulation.Simulations;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.sts.CallerIdentity;
import dev.maitred.iam.sts.RoleSessions;
import dev.maitred.iam.sts.StsOperations;
import dev.maitred.iam.sts.UserSessions;
import dev.maitred.iam.tag.Tags;
import dev.maitred.iam.user.Users;
import dev.maitred.store.Database;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.access.ServiceRoles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Identity and Access Management and the Security Token Service of one account, ready to serve. */
public final class Iam {
  /** The name of the migrations, for {@link Database#open}. */
  public static final String MIGRATIONS = "iam";

  /** Where the guide says that a request to IAM is, for {@code aws:RequestedRegion}. */
  private static final String GLOBAL_REGION = "us-east-1";

  private final IamStore store;
  private final Account account;
  private final Sessions sessions;
  private final PolicyAuthority authority;
  private final Clock clock;

  private Iam(IamStore store, Account account, Clock clock) {
    this.store = store;
    this.account = account;
    this.clock = clock;
    this.sessions = new Sessions(store, account.masterKey());
    this.authority = new PolicyAuthority(store);
  }

  /**
   * Opens IAM over {@code database}, and on the first start makes the account with the files {@code
   * master.key} and {@code credentials} in {@code dataDir}.
   *
   * @param account 12 digits
   * @throws IllegalStateException if the database belongs to another account
   */
  public static Iam open(Database database, Path dataDir, Clock clock, String account) {
    IamStore store = new IamStore(database, account);
    Account opened = Account.open(store, database, dataDir, clock);
    AwsPolicies.publish(store);
    return new Iam(store, opened, clock);
  }

  /** The account that {@code database} belongs to, if it has been opened before. */
  public static Optional<String> accountOf(Database database) {
    return Account.stored(database);
  }

  /** IAM and STS. */
  public List<AwsService> services() {
    return List.of(iam(), sts());
  }

  private AwsService iam() {
    return new AwsService(
        "iam-2010-05-08",
        IamClient.class,
        new IamOperations(store).rows(),
        List.of(
            new Users(store, account.created()),
            new AccessKeys(store, account.masterKey()),
            new Groups(store),
            new Memberships(store),
            new Roles(store),
            new ManagedPolicies(store),
            new PolicyVersions(store),
            new PolicyEntities(store),
            new InlinePolicies(store),
            new Attachments(store),
            new Boundaries(store),
            new Tags(store),
            new AccountSummary(store),
            new Simulations(store, authority)),
        Optional.of(GLOBAL_REGION));
  }

  private AwsService sts() {
    return new AwsService(
        "sts-2011-06-15",
        StsClient.class,
        new StsOperations(sessions).rows(),
        List.of(
            new CallerIdentity(), new UserSessions(sessions), new RoleSessions(store, sessions)));
  }

  /** Who decides what callers may do. */
  public Authority authority() {
    return authority;
  }

  /** The denials that can be explained. */
  public Decisions decisions() {
    return authority.decisions();
  }

  /** The server's own operations on decisions. */
  public List<ExtraOperation> extraOperations() {
    return List.of(new GetDecision(decisions()).operation());
  }

  /** Who is behind an access key. */
  public KeyRing keyRing() {
    return new IamKeyRing(store, account.masterKey());
  }

  /** Roles for services to act under. */
  public ServiceRoles serviceRoles() {
    return new TrustingServiceRoles(authority, store.account(), clock);
  }
}
