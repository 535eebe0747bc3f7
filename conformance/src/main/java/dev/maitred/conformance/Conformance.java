package dev.maitred.conformance;

import dev.maitred.conformance.json.JsonVectors;
import dev.maitred.conformance.sigv4.SigV4Vectors;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Replays published vectors against the parts of the server that they speak about. */
public final class Conformance {
  private Conformance() {}

  /**
   * Replays every suite and prints one line for each, followed by a line for each failure. A folder
   * that is missing or holds no case is a failure.
   *
   * @param folder holds {@code sigv4/}, cases in the layout of aws-c-auth's signing test suite, and
   *     {@code json/}, files in the layout of JSONTestSuite
   * @return how many expectations were not met
   */
  public static int run(Path folder, PrintStream out) {
    Path sigv4 = folder.resolve("sigv4");
    Path json = folder.resolve("json");
    List<Path> missing = Stream.of(sigv4, json).filter(path -> !Files.isDirectory(path)).toList();
    if (!missing.isEmpty()) {
      missing.forEach(path -> out.println("There is no folder " + path + "."));
      return missing.size();
    }
    List<Outcome> outcomes =
        List.of(SigV4Vectors.replay(sigv4), JsonVectors.wire(json), JsonVectors.policy(json));
    outcomes.forEach(outcome -> outcome.print(out));
    return outcomes.stream().mapToInt(outcome -> outcome.failures().size()).sum();
  }
}
