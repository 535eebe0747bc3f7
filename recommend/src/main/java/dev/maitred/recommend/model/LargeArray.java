package dev.maitred.recommend.model;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * A large array that stays in its model file. Each block is checked before it is first used: a
 * model whose file is damaged there answers with {@link DamagedModel} and never with what the
 * damage makes of it. Safe for use by many threads.
 */
public final class LargeArray {

  private final MemorySegment content;
  private final MemorySegment checksums;
  private final Supplier<DamagedModel> damaged;

  /** Which blocks are checked; two threads may check the same one. */
  private final boolean[] checked;

  LargeArray(MemorySegment content, MemorySegment checksums, Supplier<DamagedModel> damaged) {
    this.content = content;
    this.checksums = checksums;
    this.damaged = damaged;
    this.checked = new boolean[(int) (checksums.byteSize() / Integer.BYTES)];
  }

  /** Number of numbers. */
  public int length() {
    return (int) (content.byteSize() / Integer.BYTES);
  }

  /** Copies a stretch of whole numbers to the start of an array. */
  public void copy(int from, int count, int[] into) {
    check(from, count);
    MemorySegment.copy(content, ModelReader.INT, (long) from * Integer.BYTES, into, 0, count);
  }

  /** Copies a stretch of numbers to the start of an array. */
  public void copy(int from, int count, float[] into) {
    check(from, count);
    MemorySegment.copy(content, ModelReader.FLOAT, (long) from * Float.BYTES, into, 0, count);
  }

  private void check(int from, int count) {
    long begin = (long) from * Integer.BYTES;
    long end = begin + (long) count * Integer.BYTES;
    for (int block = (int) (begin / ModelFormat.BLOCK);
        (long) block * ModelFormat.BLOCK < end;
        block++) {
      if (!checked[block]) {
        check(block);
      }
    }
  }

  private void check(int block) {
    long at = (long) block * ModelFormat.BLOCK;
    var sum = new CRC32C();
    sum.update(
        content.asSlice(at, Math.min(ModelFormat.BLOCK, content.byteSize() - at)).asByteBuffer());
    if ((int) sum.getValue() != checksums.get(ModelReader.INT, (long) block * Integer.BYTES)) {
      throw damaged.get();
    }
    checked[block] = true;
  }
}
