package dev.maitred.policy.request;

import java.util.Optional;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}.
 *
 * @param resource everything after the fifth colon, later colons and slashes included
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {
  private static final int SEGMENTS = 6;

  /** The ARN that {@code text} is, or empty if it has fewer than six segments or another prefix. */
  public static Optional<Arn> parse(String text) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    String[] segments = text.split(":", SEGMENTS);
    if (segments.length < SEGMENTS || segments[SEGMENTS - 1].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Arn(segments[1], segments[2], segments[3], segments[4], segments[5]));
  }

  /** Whether a text is the id of an account: 12 digits. */
  // A plain loop: this runs for every request.
  public static boolean isAccountId(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == 12;
  }

  /** What follows the last slash of an ARN: the name of a user, a role, a campaign. */
  public static String nameIn(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** Whether it is the ARN of a role of an account. */
  public boolean isRole() {
    return service.equals("iam")
        && region.isEmpty()
        && isAccountId(account)
        && resource.startsWith("role/");
  }

  @Override
  public String toString() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
