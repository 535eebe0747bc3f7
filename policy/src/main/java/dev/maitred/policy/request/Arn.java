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

  @Override
  public String toString() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
