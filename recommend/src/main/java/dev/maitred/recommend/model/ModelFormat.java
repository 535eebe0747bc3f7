package dev.maitred.recommend.model;

/**
 * The layout of a model file, little-endian: {@link #MAGIC}, {@link #VERSION}, the recipe's name,
 * the recipe's own values in its own order, a list of the large arrays among them, the length of
 * that list in eight bytes, and last in eight bytes the CRC-32C of all before it but for the
 * content of large arrays. An array or a text is preceded by its length in four bytes; a text is
 * UTF-8.
 *
 * <p>The content of an array of {@link #LARGE} bytes or more is checked in blocks, each when it is
 * first needed. The list holds for each such array where its content begins and how many bytes it
 * has, eight bytes each, and the CRC-32C of each block of {@link #BLOCK} bytes, four bytes each.
 */
final class ModelFormat {

  /** The eight bytes {@code MaitreD\n}. */
  static final long MAGIC = 0x0A44_6572_7469_614DL;

  /** Counts up whenever a reader of the former layout would go wrong. */
  static final int VERSION = 7;

  /** Bytes of the list's length and the checksum at the end. */
  static final int TRAILER = 2 * Long.BYTES;

  /** Bytes from which on an array is checked in blocks. */
  static final int LARGE = 1 << 16;

  /** Bytes that are checked together. */
  static final int BLOCK = 1 << 14;

  private ModelFormat() {}
}
