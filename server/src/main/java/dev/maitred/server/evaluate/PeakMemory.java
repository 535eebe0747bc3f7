package dev.maitred.server.evaluate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most memory that the process held since a moment: on Linux what was resident, heap and native
 * together ({@code VmHWM} of {@code /proc/self/status}, set back through {@code clear_refs});
 * elsewhere the peak of the heap alone.
 *
 * <p>The heap counts as large as the collector let it grow, which is more than the work needs; a
 * small {@code -Xmx} in {@code MAITRED_JAVA_OPTIONS} shows what it needs.
 */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";

  private PeakMemory() {}

  /** Collects what earlier work left and begins to count. */
  public static void begin() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      if (Files.isWritable(CLEAR)) {
        Files.writeString(CLEAR, "5");
      }
    } catch (IOException e) {
      // The peak then is that of the process so far, which is no less.
    }
  }

  /** In bytes. */
  public static long bytes() {
    return resident()
        .orElseGet(() -> pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  private static OptionalLong resident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
