package dev.maitred.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine that a benchmark runs on.
 *
 * @param model the processor's name as the system gives it
 * @param cores how many threads it runs at a time
 * @param memory in GiB
 * @param system name and version
 * @param java the running JVM
 */
record Machine(String model, int cores, long memory, String system, String java) {
  private static final OperatingSystemMXBean OS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Machine here() {
    return new Machine(
        processor(),
        OS.getAvailableProcessors(),
        OS.getTotalMemorySize() >> 30,
        OS.getName() + " " + OS.getVersion(),
        Runtime.version().toString());
  }

  /** How many processes have wanted to run in the last minute. */
  static String load() {
    return String.format(Locale.ROOT, "%.1f", OS.getSystemLoadAverage());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(OS.getArch());
    } catch (IOException e) {
      return OS.getArch();
    }
  }

  @Override
  public String toString() {
    return "%s, %d cores, %d GiB; %s; Java %s".formatted(model, cores, memory, system, java);
  }
}
