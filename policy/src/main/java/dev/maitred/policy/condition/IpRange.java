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

  /**
   * The 32 bits of an IPv4 address in its usual form, or -1 for any other text. Nearly every
   * address is one of these, and this makes no objects of it.
   */
  static long plainV4(String text) {
    long bits = 0;
    int parts = 0;
    int at = 0;
    while (parts < 4) {
      int end = parts == 3 ? text.length() : text.indexOf('.', at);
      int part = end < 0 ? -1 : decimal(text, at, end);
      if (part < 0) {
        return -1;
      }
      bits = bits << Byte.SIZE | part;
      parts++;
      at = end + 1;
    }
    return bits;
  }

  /** A number from 0 to 255 without leading zeros, or -1. */
  private static int decimal(String text, int from, int to) {
    boolean wellFormed =
        to - from == 1 || to - from > 1 && to - from < 4 && text.charAt(from) != '0';
    int number = wellFormed ? 0 : -1;
    for (int i = from; i < to && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : 10 * number + digit;
    }
    return number > 255 ? -1 : number;
  }

  /** Whether an IPv4 address, as 32 bits, is in the range. */
  boolean containsV4(int address) {
    if (network.length != 4) {
      return false;
    }
    int bits = 0;
    for (byte part : network) {
      bits = bits << Byte.SIZE | part & 0xff;
    }
    return prefix == 0 || (bits ^ address) >>> (Integer.SIZE - prefix) == 0;
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
