package dev.maitred.wire;

import dev.maitred.wire.access.Row;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;

/**
 * A service as the wire serves it: AWS's model, the table of what each operation requires, and the
 * objects that do the work.
 *
 * @param model the name of AWS's service model, such as {@code personalize-2018-05-22}
 * @param client the SDK's client interface, such as {@code PersonalizeClient.class}
 * @param rows one row for each operation that is built
 * @param handlers objects that implement {@code client}; each operation is done by the one handler
 *     that overrides its method, and an operation that none overrides is answered as not built yet
 * @param onlyRegion where a service is that all regions share, such as IAM, whatever region a
 *     request for it is signed for
 */
public record AwsService(
    String model,
    Class<? extends SdkClient> client,
    List<Row<?>> rows,
    List<? extends SdkClient> handlers,
    Optional<String> onlyRegion) {
  public AwsService {
    rows = List.copyOf(rows);
    handlers = List.copyOf(handlers);
  }

  /** A service that is in every region by itself. */
  public AwsService(
      String model,
      Class<? extends SdkClient> client,
      List<Row<?>> rows,
      List<? extends SdkClient> handlers) {
    this(model, client, rows, handlers, Optional.empty());
  }
}
