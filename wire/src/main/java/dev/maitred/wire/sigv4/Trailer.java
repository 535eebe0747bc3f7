package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The headers that follow a body: the checksums that {@code x-amz-trailer} announced, computed as
 * the body is read, and the signature over them.
 */
final class Trailer {
  /** A body that nothing follows. */
  static final Trailer NONE = new Trailer(List.of(), false);

  private static final String SIGNATURE = "x-amz-trailer-signature";

  private final Map<ChecksumAlgorithm, Checksum> checksums = new EnumMap<>(ChecksumAlgorithm.class);
  private final boolean allowed;

  private Trailer(List<ChecksumAlgorithm> declared, boolean allowed) {
    declared.forEach(algorithm -> checksums.put(algorithm, algorithm.start()));
    this.allowed = allowed;
  }

  /** The trailing headers that a request announces. */
  static Trailer declaredBy(HttpRequest request) {
    String names = request.header("X-Amz-Trailer").orElse("").toLowerCase(Locale.ROOT);
    List<ChecksumAlgorithm> declared =
        List.of(names.split(",")).stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Trailer::algorithm)
            .distinct()
            .toList();
    return new Trailer(declared, true);
  }

  private static ChecksumAlgorithm algorithm(String name) {
    return ChecksumAlgorithm.ofHeader(name)
        .orElseThrow(
            () ->
                SigV4Errors.invalidRequest(
                    "The value specified in the x-amz-trailer header is not supported"));
  }

  void update(byte[] bytes, int offset, int length) {
    checksums.values().forEach(checksum -> checksum.update(bytes, offset, length));
  }

  /** Refuses lines that are not the announced headers, signed if the chunks were, or not true. */
  void require(List<String> lines, Optional<ChunkSignatures> signatures) {
    TreeMap<String, String> headers = parse(lines);
    String signature = headers.getOrDefault(SIGNATURE, "");
    headers.remove(SIGNATURE);
    if (allowed) {
      signatures.ifPresent(chain -> chain.requireTrailer(signature, canonical(headers)));
    }
    if (headers.size() != checksums.size()) {
      throw SigV4Errors.malformedTrailer();
    }
    checksums.forEach((algorithm, checksum) -> requireSame(algorithm, checksum, headers));
  }

  private static void requireSame(
      ChecksumAlgorithm algorithm, Checksum checksum, Map<String, String> headers) {
    String given = headers.get(algorithm.header());
    if (given == null) {
      throw SigV4Errors.malformedTrailer();
    }
    if (!Hashing.same(given, checksum.value())) {
      throw SigV4Errors.badDigest(algorithm.name());
    }
  }

  private static String canonical(Map<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static TreeMap<String, String> parse(List<String> lines) {
    TreeMap<String, String> headers = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw SigV4Errors.malformedTrailer();
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (headers.put(name, line.substring(colon + 1).strip()) != null) {
        throw SigV4Errors.malformedTrailer();
      }
    }
    return headers;
  }
}
