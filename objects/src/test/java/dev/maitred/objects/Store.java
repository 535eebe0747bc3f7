package dev.maitred.objects;

import dev.maitred.store.Database;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.InProcess;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** A store on a real database and real files, and a client that calls its handlers as root. */
final class Store implements AutoCloseable {
  static final String ACCOUNT = "123456789012";
  static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  private final Path dir;
  private final Database database;
  private final AwsService service;

  private Store(Path dir, Database database, AwsService service) {
    this.dir = dir;
    this.database = database;
    this.service = service;
  }

  static Store open(Path dir) {
    return open(dir, Clock.fixed(START, ZoneOffset.UTC));
  }

  static Store open(Path dir, Clock clock) {
    Database database = Database.open(dir.resolve("maitred.db"), List.of(ObjectStore.MIGRATIONS));
    return new Store(dir, database, ObjectStore.open(database, dir, clock, ACCOUNT).service());
  }

  AwsService service() {
    return service;
  }

  /** The client of the wire's door, with everything allowed. */
  S3Client client() {
    return client("us-east-1");
  }

  /** The same as the endpoint of a region. */
  S3Client client(String region) {
    S3Client door = InProcess.client(S3Client.class, service, (call, requirement) -> {});
    return (S3Client)
        Proxy.newProxyInstance(
            S3Client.class.getClassLoader(),
            new Class<?>[] {S3Client.class},
            (proxy, method, arguments) -> call(door, region, method, arguments));
  }

  private static Object call(S3Client door, String region, Method method, Object[] arguments)
      throws Throwable {
    try {
      return root(region).run(() -> method.invoke(door, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Call root(String region) {
    Caller caller =
        new Caller(
            Caller.Type.ROOT,
            ACCOUNT,
            "arn:aws:iam::" + ACCOUNT + ":root",
            ACCOUNT,
            "AKIAROOT",
            Map.of());
    return new Call("request", caller, region, "s3", START, Map.of());
  }

  /** The files that hold bytes now, unfinished ones included. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(dir.resolve("objects"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** A clock that tells another time each time it is asked, {@code step} later. */
  static Clock ticking(Duration step) {
    return new Clock() {
      private Instant now = START;

      @Override
      public Instant instant() {
        now = now.plus(step);
        return now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
