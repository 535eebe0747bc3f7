package dev.maitred.bench.scale;

import static java.util.stream.Collectors.joining;

import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.bench.serving.Recall;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.blend.Blend;
import dev.maitred.recommend.recipe.Recipes;
import dev.maitred.server.evaluate.PeakMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a recipe on many events and tells how long each part takes and the most memory held. */
@Command(
    name = "scale",
    description = "Trains a recipe on 10 M events of 100,000 items; tells times and memory.",
    mixinStandardHelpOptions = true)
public final class ScaleCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int PLACES = 25;
  private static final int ASKED = 1_000;
  private static final int COMPARED = 300;

  @Option(names = "--users", description = "Users to invent (${DEFAULT-VALUE}).")
  private int users = 300_000;

  @Option(names = "--items", description = "Items to invent (${DEFAULT-VALUE}).")
  private int items = 100_000;

  @Option(names = "--events", description = "Events to invent (${DEFAULT-VALUE}).")
  private int events = 10_000_000;

  @Option(names = "--recipe", description = "Recipe to train (${DEFAULT-VALUE}).")
  private String recipe = "aws-user-personalization-v2";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Recipe trained = Recipes.named(recipe).orElseThrow(this::noRecipe);
    Report report =
        Report.begin(
            "scale",
            "scale --users %d --items %d --events %d --recipe %s"
                .formatted(users, items, events, recipe));
    Interactions data = Shoppers.invented(users, items, events, SEED);
    report.line(
        "%,d users, %,d items, %,d events; a heap of at most %,d MiB",
        users, items, events, Runtime.getRuntime().maxMemory() >> 20);
    PeakMemory.begin();
    long start = System.nanoTime();
    Recommender model =
        trained.train(
            TrainingData.of(data), Settings.defaults(trained, SEED), new Parts(report, start));
    report.line("trained in %.0f s", (System.nanoTime() - start) / 1e9);
    Path file = Project.scratch().resolve("model");
    model.save(file);
    report.line("the model's file: %,d MiB", Files.size(file) >> 20);
    report.line("an answer: %.2f ms (mean of %,d)", answer(model, data), ASKED);
    if (model instanceof Blend blend) {
      report.line(
          "of the exact answer %.3f is in the one from candidates (mean of %,d)",
          Recall.of(blend, queries(data), PLACES), COMPARED);
    }
    report.line("most memory held, heap and native: %,d MiB", PeakMemory.bytes() >> 20);
    report.end();
    return 0;
  }

  private ParameterException noRecipe() {
    return new ParameterException(
        spec.commandLine(),
        "There is no recipe `%s`; there are: %s."
            .formatted(recipe, Recipes.all().stream().map(Recipe::name).collect(joining(", "))));
  }

  private static double answer(Recommender model, Interactions data) {
    long start = 0;
    for (int at = -ASKED; at < ASKED; at++) {
      if (at == 0) {
        start = System.nanoTime();
      }
      model.recommend(Query.ofHistory(data.history(Math.abs(at)), PLACES));
    }
    return (System.nanoTime() - start) / 1e6 / ASKED;
  }

  private static List<Query> queries(Interactions data) {
    return IntStream.range(0, COMPARED)
        .map(at -> (int) ((long) at * data.users() / COMPARED))
        .mapToObj(user -> Query.ofHistory(data.history(user), PLACES))
        .toList();
  }

  /** Tells when each part begins. */
  private static final class Parts implements Progress {
    private final Report report;
    private final long start;
    private String part = "";

    Parts(Report report, long start) {
      this.report = report;
      this.start = start;
    }

    @Override
    public void at(String component, double fraction, String detail) {
      if (!component.equals(part)) {
        part = component;
        report.line("%6.0f s  %s", (System.nanoTime() - start) / 1e9, component);
      }
    }
  }
}
