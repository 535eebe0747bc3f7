package dev.maitred.personalize.resource;

import dev.maitred.wire.access.Call;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A region of an account: names of resources are unique within one. */
public record Place(String region, String account) {
  private static final Pattern ARN =
      Pattern.compile("arn:[a-z\\d-]+:personalize:([a-z0-9-]+):(\\d{12}):.+");

  /** Where the current call makes and lists resources. */
  public static Place current() {
    Call call = Call.current();
    return new Place(call.region(), call.caller().account());
  }

  /** Where the resource of {@code arn} is. */
  public static Place of(String arn) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the ARN of a Personalize resource: " + arn);
    }
    return new Place(parts.group(1), parts.group(2));
  }

  /**
   * The ARN here of a resource of {@code kind}.
   *
   * @param id what follows the kind's segment, such as a name, {@code GROUP/ITEMS} for a dataset or
   *     {@code SOLUTION/ID} for a solution version
   */
  public String arn(Kind<?> kind, String id) {
    return "arn:aws:personalize:%s:%s:%s/%s".formatted(region, account, kind.segment(), id);
  }
}
