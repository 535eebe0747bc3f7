package dev.maitred.wire.constraint;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.shape.Shapes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What an operation's input must satisfy by the service's model; compiled once, safe for many
 * threads.
 */
public final class Constraints {
  private final Check check;
  private final boolean valuesShown;

  private Constraints(Check check, boolean valuesShown) {
    this.check = check;
    this.valuesShown = valuesShown;
  }

  /**
   * The constraints of an operation; none if the model has no shapes.
   *
   * @param input the SDK's request class of the operation
   */
  public static Constraints of(
      ServiceModel model, OperationModel operation, Class<? extends SdkPojo> input) {
    Check check =
        operation
            .input()
            .filter(model.shapes()::containsKey)
            .map(shape -> new Compiler(model).structure(shape, Shapes.builder(input).sdkFields()))
            .orElse(Check.NONE);
    return new Constraints(check, !model.signingName().equals("iam"));
  }

  /**
   * Returns if the input satisfies every constraint.
   *
   * @throws AwsError with {@code VALIDATION} and AWS's message otherwise; IAM's does not show the
   *     values
   */
  public void check(SdkPojo input) {
    Violations violations = new Violations(valuesShown);
    check.check(input, "", violations);
    if (!violations.isEmpty()) {
      throw AwsError.of(Fault.VALIDATION, violations.message());
    }
  }
}
