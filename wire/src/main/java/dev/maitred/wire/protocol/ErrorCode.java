package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.model.OperationModel;
import java.util.Optional;
import java.util.function.Function;

/**
 * An error as a protocol names it.
 *
 * @param code such as {@code AccessDeniedException}
 * @param status the HTTP status
 */
public record ErrorCode(String code, int status) {

  /**
   * The code and status of an error: a {@link Fault}'s own in the protocol, else what the operation
   * declares under that code, else what the error says itself.
   */
  static ErrorCode of(
      AwsError error, Optional<OperationModel> operation, Function<Fault, ErrorCode> faults) {
    return error
        .fault()
        .map(faults)
        .or(() -> operation.flatMap(declaring -> declared(declaring, error.code())))
        .orElseGet(() -> new ErrorCode(error.code(), error.status()));
  }

  private static Optional<ErrorCode> declared(OperationModel operation, String code) {
    return operation.error(code).map(declared -> new ErrorCode(declared.code(), declared.status()));
  }
}
