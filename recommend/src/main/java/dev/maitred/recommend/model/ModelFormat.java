package dev.maitred.recommend.model;

/**
 * The layout of a model file, little-endian: {@link #MAGIC}, {@link #VERSION}, the recipe's name,
 * the recipe's own values in its own order, and last the CRC-32C of all before it in eight bytes.
 * An array or a text is preceded by its length in four bytes; a text is UTF-8.
 */
final class ModelFormat {

  /** The eight bytes {@code MaitreD\n}. */
  static final long MAGIC = 0x0A44_6572_7469_614DL;

  /** Counts up whenever a reader of the former layout would go wrong. */
  static final int VERSION = 4;

  /** Bytes of the checksum at the end. */
  static final int TRAILER = Long.BYTES;

  private ModelFormat() {}
}
