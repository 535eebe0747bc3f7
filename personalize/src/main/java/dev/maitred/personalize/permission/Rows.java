package dev.maitred.personalize.permission;

import dev.maitred.personalize.resource.Resources;
import dev.maitred.store.Remembered;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import dev.maitred.wire.shape.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * Makes the rows of the Personalize services. Every resource in them carries the tags it has now as
 * {@code aws:ResourceTag/K}.
 */
public final class Rows {
  private static final String PRINCIPAL = "personalize.amazonaws.com";

  private final Remembered<String, List<Tag>> tags;

  public Rows(Resources resources) {
    this.tags = resources.remembered((table, arn) -> table.tags().of(arn));
  }

  /** An action without resource-level permissions: only a policy for {@code *} allows it. */
  public <I extends SdkPojo> Row<I> onAll(Class<I> input) {
    return Row.onAll(input, action(input));
  }

  /** An action on one resource that exists, or would. */
  public <I extends SdkPojo> Row<I> on(Class<I> input, Function<I, String> arn) {
    return on(input, arn, in -> Map.of());
  }

  /** An action on one resource, with condition keys that come from the input. */
  public <I extends SdkPojo> Row<I> on(
      Class<I> input, Function<I, String> arn, Function<I, Map<String, List<String>>> context) {
    return row(input, in -> List.of(requirement(action(input), arn.apply(in), context.apply(in))));
  }

  /** An action on one resource, and {@code iam:PassRole} if the input names a role. */
  public <I extends SdkPojo> Row<I> passing(Class<I> input, Function<I, String> arn) {
    return row(
        input,
        in ->
            Stream.concat(
                    Stream.of(requirement(action(input), arn.apply(in), Map.of())),
                    passRole(in).stream())
                .toList());
  }

  /**
   * The creation of a resource: the action on the new resource and on each one it is built on, with
   * the tags asked for; {@code personalize:TagResource} if there are any; {@code iam:PassRole} if
   * the input names a role.
   *
   * @param arns the new resource, then what it is built on
   */
  public <I extends SdkPojo> Row<I> create(Class<I> input, Function<I, List<String>> arns) {
    return row(input, in -> creation(action(input), in, arns.apply(in)));
  }

  private static <I extends SdkPojo> Row<I> row(
      Class<I> input, Function<I, List<Requirement>> requirements) {
    return Row.of(input, action(input), in -> requirements.apply(OneRegion.require(in)));
  }

  private List<Requirement> creation(String action, SdkPojo in, List<String> arns) {
    Map<String, List<String>> tags = requestTags(tags(in));
    List<Requirement> all = new ArrayList<>();
    arns.forEach(arn -> all.add(requirement(action, arn, tags)));
    if (!tags.isEmpty()) {
      all.add(requirement("personalize:TagResource", arns.getFirst(), tags));
    }
    passRole(in).ifPresent(all::add);
    return all;
  }

  /**
   * {@code iam:PassRole} for the role that an input names, by itself or in the output configuration
   * of a metric attribution.
   */
  private static Optional<Requirement> passRole(SdkPojo in) {
    return member(in, "roleArn")
        .or(
            () ->
                member(in, "metricsOutputConfig").flatMap(out -> member((SdkPojo) out, "roleArn")))
        .map(role -> Requirement.passRole(role.toString(), PRINCIPAL));
  }

  /** The condition keys of tags that a request carries. */
  static Map<String, List<String>> requestTags(List<Tag> tags) {
    Map<String, List<String>> context = new HashMap<>();
    tags.forEach(tag -> context.put("aws:RequestTag/" + tag.tagKey(), List.of(tag.tagValue())));
    if (!tags.isEmpty()) {
      context.put("aws:TagKeys", tags.stream().map(Tag::tagKey).distinct().toList());
    }
    return context;
  }

  /** An action on a resource, with the resource's tags beside {@code context}. */
  Requirement requirement(String action, String arn, Map<String, List<String>> context) {
    Map<String, List<String>> all = new HashMap<>(context);
    tags.get(arn)
        .forEach(tag -> all.put("aws:ResourceTag/" + tag.tagKey(), List.of(tag.tagValue())));
    return new Requirement(action, arn, all);
  }

  static String action(Class<? extends SdkPojo> input) {
    return "personalize:" + Row.operation(input);
  }

  @SuppressWarnings("unchecked") // The member tags of every input is a list of tags.
  private static List<Tag> tags(SdkPojo in) {
    return (List<Tag>) member(in, "tags").orElse(List.of());
  }

  private static Optional<Object> member(SdkPojo in, String name) {
    return in.sdkFields().stream()
        .filter(field -> field.memberName().equals(name))
        .findFirst()
        .flatMap(field -> Optional.ofNullable(Shapes.value(field, in)));
  }
}
