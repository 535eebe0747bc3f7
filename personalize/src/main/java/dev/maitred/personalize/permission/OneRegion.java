package dev.maitred.personalize.permission;

import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.shape.Shapes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The rule that a request reaches resources of its own region only: the one that it was signed for,
 * which is what {@code aws:RequestedRegion} says to policies. Resources that belong to AWS, such as
 * recipes, have no region and are everywhere.
 */
final class OneRegion {
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]*:personalize:(?<region>[^:]*):.*", Pattern.DOTALL);

  private OneRegion() {}

  /**
   * Gives back an input that names no resource of another region.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException
   */
  static <I extends SdkPojo> I require(I in) {
    for (SdkField<?> field : in.sdkFields()) {
      if (Shapes.value(field, in) instanceof String text && isElsewhere(text)) {
        throw PersonalizeErrors.resourceNotFound(text);
      }
    }
    return in;
  }

  private static boolean isElsewhere(String text) {
    Matcher arn = ARN.matcher(text);
    return arn.matches()
        && !arn.group("region").isEmpty()
        && !arn.group("region").equals(Call.current().region());
  }
}
