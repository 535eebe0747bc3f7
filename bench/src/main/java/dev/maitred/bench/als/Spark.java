package dev.maitred.bench.als;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.bench.Project;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program of {@code bench/spark}, running and ready to fit. */
final class Spark implements AutoCloseable {
  /** What spark-submit opens to Spark on JDKs from 17 on. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final String ready;

  private Spark(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader(UTF_8);
    this.in = process.outputWriter(UTF_8);
    this.ready = answer("ready ");
  }

  /** Starts it, if it was built. */
  static Optional<Spark> start(Path pairs, int rank, int iterations, int threads, Path log)
      throws IOException {
    Path target = Project.home().resolve("bench/spark/target");
    if (!Files.exists(target.resolve("maitred-bench-spark.jar"))) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx6g");
    // Its products are then made by the Vector API: two to three times as fast.
    command.add("--add-modules=jdk.incubator.vector");
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", target + "/maitred-bench-spark.jar:" + target + "/lib/*"));
    command.add("dev.maitred.bench.spark.SparkAls");
    command.add(pairs.toString());
    Stream.of(rank, iterations, threads, threads).map(String::valueOf).forEach(command::add);
    return Optional.of(new Spark(new ProcessBuilder(command).redirectError(log.toFile()).start()));
  }

  /** What it says of itself and the data. */
  String ready() {
    return ready;
  }

  /** Fits once, and tells the seconds that it took. */
  double fit() throws IOException {
    in.write("fit\n");
    in.flush();
    return Double.parseDouble(answer("fit "));
  }

  private String answer(String beginning) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
    }
    throw new IOException("Spark ended without an answer");
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
