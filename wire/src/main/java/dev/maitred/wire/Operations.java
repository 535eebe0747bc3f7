package dev.maitred.wire;

import dev.maitred.wire.access.Row;
import dev.maitred.wire.constraint.Constraints;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * The operations of one service that are built, found among its handlers.
 *
 * <p>SDK and model write some names in different case ({@code UploadSshPublicKeyRequest}, {@code
 * UploadSSHPublicKey}); they are compared without regard to it.
 */
final class Operations {
  private final Map<Class<?>, Operation> byInput = new HashMap<>();
  private final Map<String, Operation> byName = new HashMap<>();

  /**
   * The operations of a service.
   *
   * @throws IllegalStateException if a row names no operation of the model, a handler overrides an
   *     operation that has no row, or two override the same one
   */
  static Operations of(AwsService service, ServiceModel model) {
    Operations operations = new Operations();
    Map<Class<?>, Row<?>> rows = rows(service, model);
    for (Method method : service.client().getMethods()) {
      form(method)
          .ifPresent(
              form ->
                  handler(service, method)
                      .ifPresent(
                          handler -> operations.add(service, model, rows, method, form, handler)));
    }
    return operations;
  }

  private static Map<Class<?>, Row<?>> rows(AwsService service, ServiceModel model) {
    Map<Class<?>, Row<?>> rows = new HashMap<>();
    for (Row<?> row : service.rows()) {
      if (named(model, row.operation()).isEmpty()) {
        throw new IllegalStateException(
            "A row names " + row.operation() + ", which " + service.model() + " does not have");
      }
      if (rows.put(row.input(), row) != null) {
        throw new IllegalStateException(service.model() + " has two rows for " + row.operation());
      }
    }
    return rows;
  }

  private static Optional<OperationModel> named(ServiceModel model, String name) {
    OperationModel exact = model.operations().get(name);
    return exact != null
        ? Optional.of(exact)
        : model.operations().values().stream()
            .filter(operation -> operation.name().equalsIgnoreCase(name))
            .findFirst();
  }

  /**
   * What form of an operation a method of the client interface is; most of its methods are
   * conveniences.
   */
  static Optional<Operation.Form> form(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length == 0 || !SdkRequest.class.isAssignableFrom(parameters[0])) {
      return Optional.empty();
    }
    boolean answers = SdkResponse.class.isAssignableFrom(method.getReturnType());
    if (parameters.length == 1 && answers) {
      return Optional.of(Operation.Form.PLAIN);
    }
    if (parameters.length == 2 && answers && parameters[1] == RequestBody.class) {
      return Optional.of(Operation.Form.UPLOAD);
    }
    return parameters.length == 2 && parameters[1] == ResponseTransformer.class
        ? Optional.of(Operation.Form.DOWNLOAD)
        : Optional.empty();
  }

  private static Optional<SdkClient> handler(AwsService service, Method method) {
    List<SdkClient> handlers =
        service.handlers().stream()
            .map(SdkClient.class::cast)
            .filter(handler -> overrides(handler, method))
            .toList();
    if (handlers.size() > 1) {
      throw new IllegalStateException(
          method.getName()
              + " is overridden by both "
              + handlers.get(0).getClass().getName()
              + " and "
              + handlers.get(1).getClass().getName());
    }
    return handlers.stream().findFirst();
  }

  private static boolean overrides(SdkClient handler, Method method) {
    try {
      return !handler
          .getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .getDeclaringClass()
          .isInterface();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          handler.getClass().getName() + " is not a " + method.getDeclaringClass().getName(), e);
    }
  }

  private void add(
      AwsService service,
      ServiceModel model,
      Map<Class<?>, Row<?>> rows,
      Method method,
      Operation.Form form,
      SdkClient handler) {
    Class<?> input = method.getParameterTypes()[0];
    Row<?> row = rows.get(input);
    if (row == null) {
      throw new IllegalStateException(
          handler.getClass().getName()
              + " overrides "
              + method.getName()
              + ", which has no row in the table of "
              + service.model());
    }
    OperationModel operation = named(model, row.operation()).orElseThrow();
    Constraints constraints = Constraints.of(model, operation, row.input());
    Operation built = new Operation(operation, row, constraints, form, bound(method, handler));
    byInput.put(input, built);
    byName.put(operation.name().toLowerCase(Locale.ROOT), built);
  }

  private static MethodHandle bound(Method method, SdkClient handler) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(method)
          .bindTo(handler)
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }

  /** The operation of this name in the model, if it is built. */
  Optional<Operation> named(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The operation that takes this request class, if it is built. */
  Optional<Operation> taking(Class<? extends SdkPojo> input) {
    return Optional.ofNullable(byInput.get(input));
  }
}
