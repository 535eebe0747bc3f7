package dev.maitred.bench.emanet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** An epoch of the same network in the numpy reference, in a process of its own. */
final class NumpyEpoch {

  /** Prints the seconds of an epoch on all but the last two events of each user. */
  private static final String SCRIPT =
      """
      import sys, time
      sys.path.insert(0, sys.argv[1])
      from ema import EmaNet
      from lib import load, loo
      histories, items = load(sys.argv[2])
      training = loo(histories, 'val')[0]
      network = EmaNet(d=64, h=128, neg=512, lr=2e-3, epochs=1)
      start = time.perf_counter()
      network.fit(training, len(items))
      print(time.perf_counter() - start)
      """;

  private NumpyEpoch() {}

  /**
   * The seconds of one epoch.
   *
   * @param reference the folder with the reference
   * @param data the folder of the data
   * @return empty if something it needs is missing
   */
  static OptionalDouble seconds(Path reference, Path data)
      throws IOException, InterruptedException {
    if (!Files.exists(reference.resolve("ema.py"))) {
      return OptionalDouble.empty();
    }
    String name = data.getFileName().toString();
    var python =
        new ProcessBuilder(List.of("python3", "-c", SCRIPT, reference.toString(), name))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    python.environment().put("DATA", data.resolve("..").normalize().toString());
    Process process;
    try {
      process = python.start();
    } catch (IOException e) {
      return OptionalDouble.empty(); // no python3
    }
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return process.waitFor() == 0
        ? OptionalDouble.of(Double.parseDouble(printed))
        : OptionalDouble.empty();
  }
}
