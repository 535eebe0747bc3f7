package dev.maitred.wire.access;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The row of an operation in its service's table: the IAM action, and what its input requires the
 * caller to be allowed.
 *
 * @param <I> the SDK's request class of the operation
 * @param input that class; its name less {@code Request} is the operation's name
 * @param action the IAM action, such as {@code personalize:DescribeCampaign}
 * @param requirements every requirement that must be allowed, evaluated while the {@link Call} is
 *     current; an empty list only for the few operations that AWS lets everyone call, such as
 *     {@code sts:GetCallerIdentity}
 */
public record Row<I extends SdkPojo>(
    Class<I> input, String action, Function<I, List<Requirement>> requirements) {

  /** A row with any number of requirements. */
  public static <I extends SdkPojo> Row<I> of(
      Class<I> input, String action, Function<I, List<Requirement>> requirements) {
    return new Row<>(input, action, requirements);
  }

  /** A row that requires its action on one resource. */
  public static <I extends SdkPojo> Row<I> on(
      Class<I> input, String action, Function<I, String> resource) {
    return new Row<>(input, action, in -> List.of(Requirement.of(action, resource.apply(in))));
  }

  /** A row whose action knows no resources: only a policy for {@code *} allows it. */
  public static <I extends SdkPojo> Row<I> onAll(Class<I> input, String action) {
    return on(input, action, in -> "*");
  }

  /** The operation's name, such as {@code DescribeCampaign}. */
  public String operation() {
    return operation(input);
  }

  /** The name of the operation that takes an SDK's request class. */
  public static String operation(Class<? extends SdkPojo> input) {
    String name = input.getSimpleName();
    return name.substring(0, name.length() - "Request".length());
  }
}
