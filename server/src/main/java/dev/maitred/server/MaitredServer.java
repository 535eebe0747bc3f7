package dev.maitred.server;

import dev.maitred.iam.Iam;
import dev.maitred.objects.ObjectStore;
import dev.maitred.personalize.Personalize;
import dev.maitred.store.Database;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.InProcess;
import dev.maitred.wire.RequestPipeline;
import dev.maitred.wire.http.HttpListener;
import dev.maitred.wire.http.Limits;
import dev.maitred.wire.sigv4.BodyMemory;
import dev.maitred.wire.sigv4.SigV4Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.s3.S3Client;

/** One running server: all the parts, wired in plain sight. */
public final class MaitredServer implements AutoCloseable {
  private static final int JOBS_AT_A_TIME = 4;

  private final Settings settings;
  private final String account;
  private final String region;
  private final DataFolder folder;
  private final Database database;
  private final Jobs jobs;
  private final HttpListener listener;
  private final List<AwsService> services;
  private final AtomicBoolean closed;

  private MaitredServer(
      Settings settings,
      String account,
      String region,
      DataFolder folder,
      Database database,
      Jobs jobs,
      HttpListener listener,
      List<AwsService> services,
      AtomicBoolean closed) {
    this.settings = settings;
    this.account = account;
    this.region = region;
    this.folder = folder;
    this.database = database;
    this.jobs = jobs;
    this.listener = listener;
    this.services = List.copyOf(services);
    this.closed = closed;
  }

  /**
   * Starts a server; when this returns, it answers.
   *
   * @throws StartRefused if the folder is in use or belongs to another account, or the port is
   *     taken
   */
  public static MaitredServer start(Settings settings) {
    requireFreePort(settings);
    DataFolder folder = DataFolder.lock(settings.data());
    try {
      String region = folder.pinned("region", settings.region(), Settings.DEFAULT_REGION);
      return start(settings, region, folder, Clock.systemUTC());
    } catch (RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private static void requireFreePort(Settings settings) {
    try {
      HttpListener.requireFree(settings.host(), settings.port());
    } catch (IOException e) {
      throw new StartRefused(
          "The server can't listen on %s port %d: %s."
              .formatted(settings.host(), settings.port(), e.getMessage()));
    }
  }

  private static MaitredServer start(
      Settings settings, String region, DataFolder folder, Clock clock) {
    Database database =
        Database.open(
            settings.data().resolve("maitred.db"),
            List.of(
                Jobs.MIGRATIONS, Iam.MIGRATIONS, ObjectStore.MIGRATIONS, Personalize.MIGRATIONS));
    try {
      return start(settings, region, folder, database, clock);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private static MaitredServer start(
      Settings settings, String region, DataFolder folder, Database database, Clock clock) {
    Path data = settings.data();
    String account = account(settings, database, data);

    Jobs jobs = Jobs.open(database, clock, JOBS_AT_A_TIME);
    Iam iam = Iam.open(database, data, clock, account);
    AwsService s3 = ObjectStore.open(database, data, clock, account).service();
    S3Client objects = InProcess.client(S3Client.class, s3, iam.authority());
    Personalize personalize =
        Personalize.open(database, data, jobs, objects, iam.serviceRoles(), clock);

    List<AwsService> services = new ArrayList<>(iam.services());
    services.add(s3);
    services.addAll(personalize.services());
    List<ExtraOperation> extras = new ArrayList<>(iam.extraOperations());
    extras.addAll(personalize.extraOperations());
    AtomicBoolean closed = new AtomicBoolean();
    RequestPipeline pipeline =
        RequestPipeline.builder(signatures(iam, clock), iam.authority(), services)
            .extras(extras)
            .ready(() -> !closed.get())
            .clock(clock)
            .build();
    jobs.start();
    try {
      HttpListener listener =
          HttpListener.start(settings.host(), settings.port(), Limits.DEFAULT, pipeline::answer);
      return new MaitredServer(
          settings, account, region, folder, database, jobs, listener, services, closed);
    } catch (RuntimeException | Error e) {
      jobs.close();
      throw e;
    }
  }

  private static SigV4Check signatures(Iam iam, Clock clock) {
    Limits limits = Limits.DEFAULT;
    return new SigV4Check(
        iam.keyRing(), clock, limits.documentBytes(), new BodyMemory(limits.heldBytes()));
  }

  private static String account(Settings settings, Database database, Path data) {
    String known = Iam.accountOf(database).orElse("");
    String wanted = settings.account().orElse(known);
    if (!known.isEmpty() && !known.equals(wanted)) {
      throw new StartRefused(
          "The folder `%s` belongs to account %s, not to %s.".formatted(data, known, wanted));
    }
    return wanted.isEmpty() ? randomAccount() : wanted;
  }

  private static String randomAccount() {
    return String.valueOf(new SecureRandom().nextLong(100_000_000_000L, 1_000_000_000_000L));
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create("http://" + settings.host() + ":" + listener.port());
  }

  /** Its 12-digit account. */
  public String account() {
    return account;
  }

  /** Its region. */
  public String region() {
    return region;
  }

  /** What it serves. */
  public List<AwsService> services() {
    return services;
  }

  /** The AWS shared-credentials file with the root access key. */
  public Path credentialsFile() {
    return settings.data().resolve("credentials");
  }

  /** Lets the requests under way end, stops the jobs (they go on at the next start), and closes. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      listener.close();
      jobs.close();
      database.close();
      folder.close();
    }
  }
}
