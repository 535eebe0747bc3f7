package dev.maitred.bench.quality;

import dev.maitred.bench.Report;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.LeaveOneOut;
import dev.maitred.recommend.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Each user's last event held out, all items ranked that the user had not; every recipe. */
@Command(
    name = "quality",
    description = "Holds out each user's last event and ranks it among all items unseen.",
    mixinStandardHelpOptions = true)
public final class QualityCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Interactions CSV (USER_ID,ITEM_ID,TIMESTAMP), plain or gzip.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--repeats", description = "Let items that the user had be right.")
  private boolean repeats;

  @Override
  public Integer call() throws IOException {
    Report report =
        Report.begin("quality", "quality" + (repeats ? " --repeats " : " ") + words(files));
    for (Path file : files) {
      Interactions data = InteractionsFile.read(file);
      report.line(
          "%s: %,d users, %,d items, %,d interactions",
          file, data.users(), data.items(), data.item().length);
      report.line(
          "  %-28s %8s %8s %8s %10s %12s",
          "", "NDCG@10", "HR@10", "MRR@25", "training s", "rankings/s");
      for (Recipe recipe : Recipes.all()) {
        measure(recipe, data, report);
      }
      report.line("");
    }
    report.end();
    return 0;
  }

  private void measure(Recipe recipe, Interactions data, Report report) {
    LeaveOneOut figures =
        LeaveOneOut.measure(
            recipe,
            TrainingData.of(data),
            Settings.defaults(recipe, SEED),
            repeats,
            Progress.none());
    report.line(
        "  %-28s %8.4f %8.4f %8.4f %10.1f %12.0f",
        recipe.name(),
        figures.ndcgAt10(),
        figures.hitRateAt10(),
        figures.mrrAt25(),
        figures.trainingSeconds(),
        figures.answersPerSecond());
  }

  private static String words(List<Path> files) {
    return String.join(" ", files.stream().map(Path::toString).toList());
  }
}
