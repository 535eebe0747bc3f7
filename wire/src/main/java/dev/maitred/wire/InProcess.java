package dev.maitred.wire;

import dev.maitred.wire.access.Authority;
import dev.maitred.wire.model.ServiceModel;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * The door by which one service calls another inside the process: the SDK's own client interface,
 * under the same table and the same authority as a call from outside.
 */
public final class InProcess {
  private InProcess() {}

  /**
   * A client whose every method requires what the operation's row says, of the caller of the
   * current {@link dev.maitred.wire.access.Call}, before the service's handler does it. Errors are
   * {@link AwsError}s.
   *
   * <p>The interface's conveniences (paginators, {@code getObjectAsBytes}) work as they do over a
   * socket.
   */
  public static <C extends SdkClient> C client(
      Class<C> type, AwsService service, Authority authority) {
    ServiceModel model = ServiceModel.load(service.model());
    Door door = new Door(model, Operations.of(service, model), authority);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, door));
  }

  private record Door(ServiceModel model, Operations operations, Authority authority)
      implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object client, Method method, Object @Nullable [] given)
        throws Throwable {
      Object[] arguments = given == null ? new Object[0] : given;
      Optional<Operation.Form> form = Operations.form(method);
      if (form.isPresent()) {
        return call(form.get(), arguments);
      }
      return switch (method.getName()) {
        case "serviceName", "toString" -> model.signingName();
        case "close" -> null;
        case "hashCode" -> System.identityHashCode(client);
        case "equals" -> client == arguments[0];
        default -> convenience(client, method, arguments);
      };
    }

    private Object call(Operation.Form form, Object[] arguments) {
      SdkPojo input = (SdkPojo) arguments[0];
      Operation operation = operations.taking(input.getClass()).orElseThrow(() -> notBuilt(input));
      operation.admit(input, authority);
      return form == Operation.Form.DOWNLOAD
          ? operation.handle(input, closing((ResponseTransformer<?, ?>) arguments[1]))
          : operation.handle(arguments);
    }

    private static AwsError notBuilt(SdkPojo input) {
      return AwsError.of(
          Fault.NOT_BUILT, "What takes " + input.getClass().getSimpleName() + " is not built yet");
    }

    /** The interface's own method, which calls this client's operations in turn. */
    private static @Nullable Object convenience(Object client, Method method, Object[] arguments)
        throws Throwable {
      try {
        return InvocationHandler.invokeDefault(client, method, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** Closes the stream once the bytes are taken, unless they are to be read later. */
    private static <I, O> ResponseTransformer<I, O> closing(ResponseTransformer<I, O> inner) {
      return (output, bytes) -> {
        if (inner.needsConnectionLeftOpen()) {
          return inner.transform(output, bytes);
        }
        try (InputStream closed = bytes) {
          return inner.transform(output, bytes);
        }
      };
    }
  }
}
