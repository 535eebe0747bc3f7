package dev.maitred.server.evaluate;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Recipe;
import dev.maitred.server.dataset.DataSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains recipes on part of the data and measures how well they foresee the rest. */
@Command(
    name = "evaluate",
    description =
        "Trains recipes on part of your data and measures how well they foresee the rest.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each metric is given with its 95 %% confidence interval, the normal one over users. All items are ranked,",
      "never a sample. `tail` is measured on what lies outside the tenth of the items that has the most events.",
      "Peak memory is that of the whole process during the training, heap (as far as it was let grow) and native.",
      "",
      "Exit code: 0 if it was measured, 2 if the data or the question can't be used."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR|FILE",
      required = true,
      description = {
        "A CSV of events, plain or gzip (MovieLens: userId,movieId,rating,timestamp; Personalize:",
        "USER_ID,ITEM_ID,TIMESTAMP,...; sessions: SESSION_ID,ITEM_ID), or a folder with interactions.csv and",
        "perhaps items.csv and users.csv; `sample` is an invented world of films."
      })
  private Path data = Path.of("");

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "leave-one-out",
      converter = Trials.NameReader.class,
      description = {
        "leave-one-out (default): the last event of each user; personalize: the metrics of Amazon Personalize on",
        "its own split; strong-generalization: a fifth of the events of new users; sessions: the next event of",
        "every beginning of a session; time: the next event after nine tenths of all time."
      })
  private Trials.Named protocol = Trials.Named.LEAVE_ONE_OUT;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      split = ",",
      description =
          "Recipes to measure by name or ARN, such as aws-sims; by default baselines and the one for personalization.")
  private List<String> recipes = new ArrayList<>();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The seed of all chance (default: 1).")
  private long seed;

  @Option(names = "--repeats", description = "Items that the user had may be right again.")
  private boolean repeats;

  @ArgGroup(exclusive = true)
  private Validation validation = new Validation();

  @Option(
      names = "--hyperparameter",
      paramLabel = "NAME=VALUE",
      description = "A value for the recipes that know it; may be given several times.")
  private Map<String, String> hyperparameters = new LinkedHashMap<>();

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Ask about so many users only, drawn by chance.")
  private Optional<Integer> users = Optional.empty();

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /** What leave-one-out does with each user's last event but one. */
  static final class Validation {
    @Option(
        names = "--strict",
        description =
            "leave-one-out: train without each user's last event but one, as most papers do.")
    private boolean strict;

    @Option(names = "--refit", description = "leave-one-out: train with it (default).")
    private boolean refit;
  }

  @Override
  public Integer call() {
    requireMeaning();
    List<Recipe> chosen = Choice.recipes(recipes);
    Choice.requireKnown(hyperparameters, chosen);
    chosen.forEach(recipe -> Choice.settings(recipe, hyperparameters, seed));
    DataSet set = DataSet.read(data, seed);
    Trials trials = new Trials(set, protocol, validation.strict, repeats, users, seed);
    chosen.forEach(trials::requireFit);
    set.doubt().ifPresent(err()::println);
    List<Result> results = new ArrayList<>();
    Set<String> failures = new LinkedHashSet<>();
    for (Recipe recipe : chosen) {
      try {
        results.add(measure(trials, recipe));
      } catch (Impossible e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    if (!results.isEmpty()) {
      print(set, results);
    }
    failures.forEach(failure -> err().println("maitred: " + failure));
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
  }

  /** Refuses options that the protocol would pass over. */
  private void requireMeaning() {
    users.ifPresent(number -> Choice.requirePositive("--users", number));
    requireProtocol("--strict", validation.strict, EnumSet.of(Trials.Named.LEAVE_ONE_OUT));
    requireProtocol("--refit", validation.refit, EnumSet.of(Trials.Named.LEAVE_ONE_OUT));
    requireProtocol(
        "--repeats",
        repeats,
        EnumSet.complementOf(EnumSet.of(Trials.Named.PERSONALIZE, Trials.Named.SESSIONS)));
    requireProtocol(
        "--users", users.isPresent(), EnumSet.complementOf(EnumSet.of(Trials.Named.PERSONALIZE)));
  }

  private void requireProtocol(String option, boolean given, Set<Trials.Named> meant) {
    if (given && !meant.contains(protocol)) {
      throw new Impossible(
          "%s does nothing with --protocol %s; it is for %s."
              .formatted(
                  option,
                  protocol,
                  meant.stream().map(Trials.Named::toString).collect(Collectors.joining(", "))));
    }
  }

  private Result measure(Trials trials, Recipe recipe) {
    var progress = new ProgressLine(err(), recipe.name(), System.console() != null);
    try {
      return trials.measure(recipe, Choice.settings(recipe, hyperparameters, seed), progress);
    } finally {
      progress.end();
    }
  }

  private void print(DataSet set, List<Result> results) {
    Interactions events = set.data().events();
    if (json) {
      System.out.println(ResultJson.text(set, said(), results));
    } else {
      System.out.printf(
          "%s: %,d users, %,d items, %,d events; %s%n%n",
          set.origin(), events.users(), events.items(), events.events(), said());
      System.out.print(new ResultTable(results).text());
    }
  }

  /** How it was measured, in words. */
  private String said() {
    List<String> words = new ArrayList<>(List.of(protocol.toString()));
    if (protocol == Trials.Named.LEAVE_ONE_OUT) {
      words.add(validation.strict ? "strict" : "refit");
    }
    if (protocol != Trials.Named.PERSONALIZE) {
      words.add(
          repeats || protocol == Trials.Named.SESSIONS
              ? "all items"
              : "all items that are new to the user");
    }
    words.add("seed " + seed);
    return String.join(", ", words);
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
  }
}
