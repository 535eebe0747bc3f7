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

  /** The network of an IPv4 range as 32 bits, and ones where addresses must agree with it. */
  private final int networkV4;

  private final int maskV4;

  private IpRange(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
    this.networkV4 = network.length == 4 ? bits(network) : 0;
    this.maskV4 = prefix == 0 ? 0 : -1 << (Integer.SIZE - prefix);
  }

  private static int bits(byte[] address) {
    int bits = 0;
    for (byte part : address) {
      bits = bits << Byte.SIZE | part & 0xff;
    }
    return bits;
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
    int dots = 0;
    int part = -1; // Nothing read of it yet.
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9 && part != 0) {
        part = part < 0 ? digit : 10 * part + digit;
      } else if (text.charAt(i) == '.' && part >= 0) {
        bits = bits << Byte.SIZE | part;
        part = -1;
        dots++;
      } else {
        return -1;
      }
      if (part > 255 || dots > 3) {
        return -1;
      }
    }
    return dots == 3 && part >= 0 ? bits << Byte.SIZE | part : -1;
  }

  /** Whether an IPv4 address, as 32 bits, is in the range. */
  boolean containsV4(int address) {
    return network.length == 4 && ((networkV4 ^ address) & maskV4) == 0;
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
