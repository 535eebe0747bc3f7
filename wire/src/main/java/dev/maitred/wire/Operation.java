package dev.maitred.wire;

import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import dev.maitred.wire.constraint.Constraints;
import dev.maitred.wire.model.OperationModel;
import java.lang.invoke.MethodHandle;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation that is built: what AWS's model says of it, what its input must satisfy, what the
 * caller must be allowed, and the handler that does it.
 *
 * @param handler the client interface's method, bound to the handler; takes its arguments as one
 *     array
 */
record Operation(
    OperationModel model, Row<?> row, Constraints constraints, Form form, MethodHandle handler) {

  /** What an operation takes and gives beside its input and output. */
  enum Form {
    /** Nothing. */
    PLAIN,
    /** A {@code RequestBody} to read. */
    UPLOAD,
    /** A {@code ResponseTransformer} that gets the bytes. */
    DOWNLOAD
  }

  Class<? extends SdkPojo> input() {
    return row.input();
  }

  /** What the caller must be allowed for this input; to be asked while the call is current. */
  List<Requirement> requirements(SdkPojo input) {
    return requirements(row, input);
  }

  private static <I extends SdkPojo> List<Requirement> requirements(Row<I> row, SdkPojo input) {
    return row.requirements().apply(row.input().cast(input));
  }

  /**
   * Returns if the input satisfies the model and the current call's caller is allowed all that it
   * requires.
   */
  void admit(SdkPojo input, Authority authority) {
    constraints.check(input);
    Call call = Call.current();
    requirements(input).forEach(requirement -> authority.require(call, requirement));
  }

  /** Lets the handler do it. */
  Object handle(Object... arguments) {
    try {
      return (Object) handler.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(model.name() + " failed with a checked exception", e);
    }
  }
}
