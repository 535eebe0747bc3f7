package dev.maitred.bench.quality;

import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code ./maitred evaluate} on each data set that is there, a process each. */
@Command(
    name = "quality",
    description = "Evaluates recipes on the data sets in a folder and keeps the tables.",
    mixinStandardHelpOptions = true)
public final class QualityCommand implements Callable<Integer> {

  /**
   * A protocol on a data set, as papers use it there.
   *
   * @param name the folder of the data set
   * @param options of {@code evaluate}
   */
  private record Row(String name, List<String> options) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("ml-latest-small", List.of("--protocol", "leave-one-out", "--strict")),
          new Row("online-retail", List.of("--protocol", "leave-one-out", "--strict", "--repeats")),
          new Row("amazon-beauty", List.of("--protocol", "leave-one-out", "--strict")),
          new Row("ml-1m", List.of("--protocol", "leave-one-out", "--refit")),
          new Row("ml-1m", List.of("--protocol", "leave-one-out", "--strict")),
          new Row("diginetica", List.of("--protocol", "sessions")),
          new Row("yoochoose-100k", List.of("--protocol", "sessions")));

  @Parameters(
      paramLabel = "DIR",
      description = "Folder with a folder for each data set; those that are missing are left out.")
  private Path folder = Path.of(".");

  @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Only these data sets.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--recipe",
      defaultValue = "aws-user-personalization-v2,aws-popularity-count,next-after-last",
      description = "What is evaluated. Default: ${DEFAULT-VALUE}.")
  private String recipes = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Report report = Report.begin("quality", "quality " + folder);
    for (Row row : ROWS) {
      boolean wanted = only.isEmpty() || only.contains(row.name());
      if (wanted && Files.isDirectory(folder.resolve(row.name()))) {
        evaluate(row, report);
      }
    }
    report.end();
    return 0;
  }

  private void evaluate(Row row, Report report) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Project.home().resolve("maitred").toString(),
                "evaluate",
                "--data",
                folder.resolve(row.name()).toString(),
                "--recipe",
                recipes));
    command.addAll(row.options());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(line -> report.line("%s", line));
    }
    if (process.waitFor() != 0) {
      report.line("evaluate ended with %d", process.exitValue());
    }
    report.line("");
  }
}
