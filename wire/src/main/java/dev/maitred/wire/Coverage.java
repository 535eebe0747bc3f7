package dev.maitred.wire;

import static java.util.Comparator.comparing;

import dev.maitred.wire.access.Row;
import dev.maitred.wire.model.ServiceModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of one of AWS's services is built.
 *
 * @param service the name of its model, such as {@code personalize-2018-05-22}
 * @param operations every operation of the model, by name
 */
public record Coverage(String service, List<Operation> operations) {

  public Coverage {
    operations = List.copyOf(operations);
  }

  /**
   * One operation.
   *
   * @param name such as {@code DescribeCampaign}
   * @param action the IAM action that its row names, or empty where it has no row yet
   * @param built whether a handler does it; otherwise it is answered as not built yet
   */
  public record Operation(String name, String action, boolean built) {}

  /** The coverage of a service, from the very tables and handlers that serve it. */
  public static Coverage of(AwsService service) {
    ServiceModel model = ServiceModel.load(service.model());
    Operations built = Operations.of(service, model);
    Map<String, String> actions =
        service.rows().stream()
            .collect(Collectors.toMap(row -> lowerCase(row.operation()), Row::action));
    return new Coverage(
        service.model(),
        model.operations().keySet().stream()
            .map(
                name ->
                    new Operation(
                        name,
                        actions.getOrDefault(lowerCase(name), ""),
                        built.named(name).isPresent()))
            .sorted(comparing(Operation::name))
            .toList());
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
