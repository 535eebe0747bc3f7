package dev.maitred.policy.condition;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR form (RFC 4632, RFC 4291); without a prefix length, one address.
 *
 * <p>A range of one family never contains an address of the other. An IPv4 address written as an
 * IPv6 one ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 */
final class IpRange {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  private final byte[] network;
  private final int prefix;

  private IpRange(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return address(text).map(address -> new IpRange(address, address.length * Byte.SIZE));
    }
    String length = text.substring(slash + 1);
    if (!PREFIX.matcher(length).matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(length);
    return address(text.substring(0, slash))
        .filter(address -> prefix <= address.length * Byte.SIZE)
        .map(address -> new IpRange(address, prefix));
  }

  /** The bytes of a literal address; no name is ever looked up. */
  static Optional<byte[]> address(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int mask = prefix - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (prefix - bit));
      int i = bit / Byte.SIZE;
      if (((address[i] ^ network[i]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}
