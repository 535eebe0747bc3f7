package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;

/** The IpAddress operators: an address of the request in a range of the policy. */
final class IpComparison {
  private IpComparison() {}

  static Comparison of(String value) {
    return IpRange.parse(value)
        .<Comparison>map(
            range ->
                (text, _) -> {
                  long plain = IpRange.plainV4(text);
                  return plain >= 0
                      ? Truth.of(range.containsV4((int) plain))
                      : IpRange.address(text)
                          .map(address -> Truth.of(range.contains(address)))
                          .orElse(Truth.UNREADABLE);
                })
        .orElse(Comparison.UNREADABLE);
  }
}
