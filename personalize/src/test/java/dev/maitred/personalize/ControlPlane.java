package dev.maitred.personalize;

import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.permission.PersonalizeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.store.Database;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import dev.maitred.wire.access.ServiceRoles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Personalize services in this process, without wire and authority: real database, real jobs,
 * calls made as one user.
 */
public final class ControlPlane implements AutoCloseable {
  public static final String ACCOUNT = "111122223333";
  public static final String REGION = "eu-west-1";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Caller USER =
      new Caller(
          Caller.Type.USER,
          ACCOUNT,
          "arn:aws:iam::" + ACCOUNT + ":user/ada",
          "AIDAADA",
          "AKIAADA",
          Map.of());

  private final Database database;
  private final Jobs jobs;
  private final List<AwsService> services;
  private final List<ExtraOperation> extras;

  private ControlPlane(
      Database database, Jobs jobs, List<AwsService> services, List<ExtraOperation> extras) {
    this.database = database;
    this.jobs = jobs;
    this.services = services;
    this.extras = extras;
  }

  /** Opens the services over the state in {@code dir}; no job runs yet. */
  public static ControlPlane idle(Path dir) {
    return open(dir, idle(S3Client.class), (role, principal, source) -> USER);
  }

  private static ControlPlane open(Path dir, S3Client objects, ServiceRoles roles) {
    Database database = database(dir);
    Jobs jobs = Jobs.open(database, Clock.systemUTC(), 4);
    Personalize personalize =
        Personalize.open(database, dir, jobs, objects, roles, Clock.systemUTC());
    return new ControlPlane(database, jobs, personalize.services(), personalize.extraOperations());
  }

  /**
   * Opens the control plane alone, without data and models, and lets the jobs run; a version is
   * trained by {@code training}.
   */
  public static ControlPlane trainedBy(Path dir, Function<Resources, Job> training) {
    Database database = database(dir);
    Jobs jobs = Jobs.open(database, Clock.systemUTC(), 4);
    Resources resources = new Resources(database);
    Lifecycle lifecycle = new Lifecycle(resources, jobs, Clock.systemUTC());
    AwsService service =
        new AwsService(
            "personalize-2018-05-22",
            PersonalizeClient.class,
            PersonalizeOperations.rows(new Rows(resources)),
            Personalize.controlPlane(resources, lifecycle, jobs, Clock.systemUTC()));
    jobs.register("train", 1, training.apply(resources));
    ControlPlane plane = new ControlPlane(database, jobs, List.of(service), List.of());
    plane.start();
    return plane;
  }

  private static Database database(Path dir) {
    return Database.open(
        dir.resolve("maitred.db"), List.of(Jobs.MIGRATIONS, Personalize.MIGRATIONS));
  }

  /** Opens the services over the state in {@code dir} and lets the jobs run. */
  public static ControlPlane running(Path dir) {
    ControlPlane plane = idle(dir);
    plane.start();
    return plane;
  }

  /** The same, with objects to import, read as whoever {@code roles} gives. */
  public static ControlPlane running(Path dir, S3Client objects, ServiceRoles roles) {
    ControlPlane plane = open(dir, objects, roles);
    plane.start();
    return plane;
  }

  public void start() {
    jobs.start();
  }

  public Database database() {
    return database;
  }

  /** The control plane as its client sees it. */
  public PersonalizeClient client() {
    return client(PersonalizeClient.class, REGION);
  }

  /** A service as a client of {@code region} sees it. */
  public <C extends SdkClient> C client(Class<C> type, String region) {
    AwsService service =
        services.stream().filter(s -> s.client() == type).findFirst().orElseThrow();
    return proxy(type, (proxy, method, args) -> invoke(service, region, proxy, method, args));
  }

  /**
   * The JSON of one of the server's own operations.
   *
   * @param name the first part of its path, such as {@code progress}
   * @param arn the label of its path
   */
  public JsonNode extra(String name, String arn, Map<String, String> query) {
    ExtraOperation operation =
        extras.stream()
            .filter(extra -> extra.path().equals("/maitred/" + name + "/{arn}"))
            .findFirst()
            .orElseThrow();
    var in = new ExtraOperation.Request(Map.of("arn", arn), query, "");
    return JsonMapper.shared().readTree(call(REGION).run(() -> operation.answer().apply(in)));
  }

  /** What the table requires of the caller of {@code input}. */
  public <I extends SdkPojo> List<Requirement> requirements(I input) {
    Row<?> row =
        services.stream()
            .flatMap(service -> service.rows().stream())
            .filter(candidate -> candidate.input() == input.getClass())
            .findFirst()
            .orElseThrow();
    @SuppressWarnings("unchecked") // The row was found by the class of the input.
    Row<I> mine = (Row<I>) row;
    return call(REGION).run(() -> mine.requirements().apply(input));
  }

  /** Waits until {@code question} has the answer {@code answer}. */
  public static <T> void await(T answer, Supplier<T> question) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    T heard = question.get();
    while (!answer.equals(heard)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for `" + answer + "`, last heard `" + heard + "`");
      }
      Thread.onSpinWait();
      heard = question.get();
    }
  }

  @Override
  public void close() {
    jobs.close();
    database.close();
  }

  private static Object invoke(
      AwsService service, String region, Object proxy, Method method, Object[] args)
      throws Throwable {
    if (!isOperation(method)) {
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    SdkClient handler =
        service.handlers().stream()
            .filter(candidate -> overrides(candidate, method))
            .findFirst()
            .orElseThrow(() -> new UnsupportedOperationException(method.getName()));
    try {
      return call(region).run(() -> method.invoke(handler, args));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Whether a method is an operation itself, not one of the client's shorter forms of it. */
  private static boolean isOperation(Method method) {
    return method.getParameterCount() == 1
        && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0])
        && SdkPojo.class.isAssignableFrom(method.getReturnType());
  }

  private static boolean overrides(SdkClient handler, Method method) {
    try {
      Class<?> declaring =
          handler
              .getClass()
              .getMethod(method.getName(), method.getParameterTypes())
              .getDeclaringClass();
      return !declaring.isInterface();
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Call call(String region) {
    return new Call("request", USER, region, "personalize", Instant.now(), Map.of());
  }

  private static <C extends SdkClient> C idle(Class<C> type) {
    return proxy(
        type,
        (proxy, method, args) -> {
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private static <C> C proxy(Class<C> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
