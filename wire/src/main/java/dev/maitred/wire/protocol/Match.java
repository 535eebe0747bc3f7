package dev.maitred.wire.protocol;

import dev.maitred.wire.model.OperationModel;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The operation that a request names, with its input still to be read.
 *
 * @param operation the operation
 * @param input reads the input
 */
public record Match(OperationModel operation, Input input) {

  /** The input of a request that was matched. */
  public interface Input {

    /**
     * Fills a builder of the operation's request class and builds it.
     *
     * @throws dev.maitred.wire.AwsError with {@code MALFORMED_BODY} for what is not of the member's
     *     type
     */
    SdkPojo read(SdkPojo builder);
  }
}
