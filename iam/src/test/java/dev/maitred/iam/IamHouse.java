package dev.maitred.iam;

import dev.maitred.store.Database;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * IAM and STS over real files, called as the wire calls them: each operation's row first, then its
 * handler.
 */
final class IamHouse implements AutoCloseable {
  static final String ACCOUNT = "123456789012";
  static final String REGION = "us-east-1";

  private final Database database;
  private final Iam iam;
  private final Path dir;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private String lastRequestId = "";

  private IamHouse(Path dir) {
    this.dir = dir;
    this.database = Database.open(dir.resolve("maitred.db"), List.of(Iam.MIGRATIONS));
    this.iam = Iam.open(database, dir, Clock.fixed(now, ZoneOffset.UTC), ACCOUNT);
  }

  static IamHouse open(Path dir) {
    return new IamHouse(dir);
  }

  Iam iam() {
    return iam;
  }

  void at(Instant time) {
    now = time;
  }

  Instant now() {
    return now;
  }

  String lastRequestId() {
    return lastRequestId;
  }

  /** The root user, by the key in the credentials file. */
  static Credentials root(Path dir) throws IOException {
    List<String> lines = Files.readAllLines(dir.resolve("credentials"));
    return new Credentials(value(lines.get(1)), value(lines.get(2)), Optional.empty());
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 2);
  }

  /** A new user with an access key. */
  Credentials user(String name) throws IOException {
    IamClient root = iam(root(dir));
    root.createUser(in -> in.userName(name));
    AccessKey key = root.createAccessKey(in -> in.userName(name)).accessKey();
    return new Credentials(key.accessKeyId(), key.secretAccessKey(), Optional.empty());
  }

  /** A policy that allows {@code actions} on everything. */
  static String allow(String... actions) {
    return statement("Allow", "*", actions);
  }

  static String statement(String effect, String resource, String... actions) {
    return """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "%s", "Action": ["%s"], "Resource": "%s"}}"""
        .formatted(effect, String.join("\", \"", actions), resource);
  }

  /** A trust policy that lets {@code principal} assume the role and tag the session. */
  static String trust(String kind, String principal) {
    return """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
           "Principal": {"%s": "%s"}}}"""
        .formatted(kind, principal);
  }

  /** The text of a file among the test resources. */
  static String resource(String name) throws IOException {
    try (var file = IamHouse.class.getResourceAsStream("/" + name)) {
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  record Credentials(String id, String secret, Optional<String> token) {}

  Caller caller(Credentials credentials) {
    return iam.keyRing().find(credentials.id(), credentials.token(), now).caller();
  }

  IamClient iam(Credentials credentials) {
    return client(IamClient.class, iam.services().get(0), credentials);
  }

  StsClient sts(Credentials credentials) {
    return client(StsClient.class, iam.services().get(1), credentials);
  }

  /** Whether the policies of whoever holds the credentials allow an action. */
  void require(Credentials credentials, String action, String resource) {
    require(credentials, Requirement.of(action, resource));
  }

  void require(Credentials credentials, Requirement requirement) {
    iam.authority().require(call(caller(credentials), "personalize"), requirement);
  }

  void require(Caller caller, String action, String resource) {
    iam.authority().require(call(caller, "s3"), Requirement.of(action, resource));
  }

  private Call call(Caller caller, String service) {
    lastRequestId = UUID.randomUUID().toString();
    return new Call(
        lastRequestId,
        caller,
        REGION,
        service,
        now,
        Map.of("aws:SourceIp", List.of("127.0.0.1"), "aws:SecureTransport", List.of("false")));
  }

  private <C> C client(Class<C> type, AwsService service, Credentials credentials) {
    String name = type == IamClient.class ? "iam" : "sts";
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (arguments != null
                  && arguments.length == 1
                  && arguments[0] instanceof SdkPojo input) {
                return call(caller(credentials), name).run(() -> answer(service, method, input));
              }
              return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
            }));
  }

  private Object answer(AwsService service, Method method, SdkPojo input) throws Throwable {
    for (Row<?> row : service.rows()) {
      if (row.input() == input.getClass()) {
        requirements(row, input)
            .forEach(requirement -> iam.authority().require(Call.current(), requirement));
        return handle(service, method, input);
      }
    }
    throw new AssertionError(method.getName() + " has no row");
  }

  @SuppressWarnings("unchecked")
  private static List<Requirement> requirements(Row<?> row, SdkPojo input) {
    return ((Function<SdkPojo, List<Requirement>>) (Function<?, ?>) row.requirements())
        .apply(input);
  }

  /** Whether the handler overrides the operation of the row. */
  static boolean does(Object handler, Row<?> row) {
    String method = Character.toLowerCase(row.operation().charAt(0)) + row.operation().substring(1);
    try {
      Method own = handler.getClass().getMethod(method, row.input());
      return !own.getDeclaringClass().isInterface();
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Object handle(AwsService service, Method method, SdkPojo input) throws Throwable {
    for (Object handler : service.handlers()) {
      Method own = handler.getClass().getMethod(method.getName(), method.getParameterTypes());
      if (!own.getDeclaringClass().isInterface()) {
        try {
          return own.invoke(handler, input);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new AssertionError(method.getName() + " has no handler");
  }

  @Override
  public void close() {
    database.close();
  }
}
