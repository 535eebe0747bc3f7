package dev.maitred.server.evaluate;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.Trial;
import dev.maitred.recommend.evaluation.Evaluation;
import dev.maitred.recommend.evaluation.Holdout;
import dev.maitred.recommend.evaluation.LeaveOneOut;
import dev.maitred.recommend.evaluation.Protocol;
import dev.maitred.recommend.evaluation.Sessions;
import dev.maitred.recommend.evaluation.StrongGeneralization;
import dev.maitred.recommend.evaluation.TimeSplit;
import dev.maitred.server.dataset.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Trains and measures recipes by one protocol.
 *
 * @param set the data
 * @param protocol how they are split and what is measured
 * @param strict whether leave-one-out trains without the events for validation
 * @param repeats whether items that the user had may be right
 * @param users how many users are asked about at most
 * @param seed of all chance
 */
record Trials(
    DataSet set,
    Named protocol,
    boolean strict,
    boolean repeats,
    Optional<Integer> users,
    long seed) {

  /** The protocols by the names that the command line knows. */
  enum Named {
    LEAVE_ONE_OUT("leave-one-out"),
    PERSONALIZE("personalize"),
    STRONG_GENERALIZATION("strong-generalization"),
    SESSIONS("sessions"),
    TIME("time");

    private final String word;

    Named(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Reads a protocol's name from the command line. */
  static final class NameReader implements ITypeConverter<Named> {
    @Override
    public Named convert(String word) {
      return Stream.of(Named.values())
          .filter(known -> known.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no protocol `%s`; there are: %s"
                          .formatted(
                              word,
                              Stream.of(Named.values())
                                  .map(Named::toString)
                                  .collect(Collectors.joining(", ")))));
    }
  }

  /**
   * Refuses a recipe that can't be measured by the protocol or with these data, before anything is
   * trained.
   */
  void requireFit(Recipe recipe) {
    if (recipe.type() == RecipeType.PERSONALIZED_ACTIONS && set.data().actions().size() == 0) {
      throw new Impossible(
          "`%s` has no actions, which %s recommends: only interactions, items and users are read."
              .formatted(set.origin(), recipe.name()));
    }
    if (recipe.needsItems() && set.data().items().columns().isEmpty()) {
      throw new Impossible(
          "`%s` says nothing of the items, by which %s goes: it takes a folder with an items.csv."
              .formatted(set.origin(), recipe.name()));
    }
    if (protocol != Named.PERSONALIZE && !recommendsItems(recipe)) {
      throw new Impossible(
          "%s does not recommend items; it can be measured by --protocol personalize."
              .formatted(recipe.name()));
    }
  }

  private static boolean recommendsItems(Recipe recipe) {
    return recipe.type() != RecipeType.USER_SEGMENTATION
        && recipe.type() != RecipeType.PERSONALIZED_ACTIONS;
  }

  /** Measures one recipe. */
  Result measure(Recipe recipe, Settings settings, Progress progress) {
    return switch (protocol) {
      case LEAVE_ONE_OUT ->
          ranked(
              recipe,
              settings,
              Protocol.LEAVE_ONE_OUT,
              LeaveOneOut.of(set.data(), strict, repeats),
              progress);
      case STRONG_GENERALIZATION ->
          ranked(
              recipe,
              settings,
              Protocol.STRONG_GENERALIZATION,
              StrongGeneralization.of(set.data(), repeats, seed),
              progress);
      case SESSIONS ->
          ranked(recipe, settings, Protocol.SESSIONS, Sessions.of(set.data(), tested()), progress);
      case TIME ->
          ranked(recipe, settings, Protocol.TIME, TimeSplit.of(set.data(), repeats), progress);
      case PERSONALIZE -> personalize(recipe, settings, progress);
    };
  }

  private IntPredicate tested() {
    return set.tested().isEmpty() ? Sessions.latest(set.data().events()) : set.tested()::get;
  }

  private Result ranked(
      Recipe recipe, Settings settings, Protocol kind, Holdout all, Progress progress) {
    Holdout holdout = users.isPresent() ? all.of(users.get(), seed) : all;
    if (holdout.cases().isEmpty()) {
      throw new Impossible(
          "`%s` has no events that the protocol %s could keep back: %s."
              .formatted(set.origin(), protocol, needed(recipe)));
    }
    Trained trained =
        Trained.of(() -> recipe.train(holdout.training(), settings, progress.part(0, 0.8)));
    Evaluation evaluation =
        Evaluation.of(trained.model(), recipe.type(), kind, holdout, progress.part(0.8, 1));
    return trained.result(recipe.name(), evaluation);
  }

  private Result personalize(Recipe recipe, Settings settings, Progress progress) {
    Trial trial =
        Evaluation.trial(recipe, set.data(), settings)
            .orElseThrow(
                () ->
                    new Impossible(
                        "`%s` has too few events to measure %s: %s."
                            .formatted(set.origin(), recipe.name(), needed(recipe))));
    Trained trained =
        Trained.of(
            () -> recipe.rehearse(trial.training(), settings, progress.part(0, 0.8)).model());
    return trained.result(
        recipe.name(), Evaluation.of(trained.model(), trial, progress.part(0.8, 1)));
  }

  private String needed(Recipe recipe) {
    return switch (protocol) {
      case LEAVE_ONE_OUT -> "it takes a user with three events";
      case PERSONALIZE ->
          recipe.type() == RecipeType.USER_SEGMENTATION
              ? "it takes users with two events each, and attributes of the items if it goes by them"
              : "it takes two users with two events each";
      case STRONG_GENERALIZATION -> "it takes two users with five events each";
      case SESSIONS ->
          "it takes a session of two events to test, and ten sessions or a SPLIT column";
      case TIME -> "it takes a user with events before and after nine tenths of all events";
    };
  }

  /** A model and what it cost. */
  private record Trained(Recommender model, double seconds, long peakBytes) {

    static Trained of(Supplier<Recommender> training) {
      PeakMemory.begin();
      long start = System.nanoTime();
      Recommender model = training.get();
      return new Trained(model, (System.nanoTime() - start) / 1e9, PeakMemory.bytes());
    }

    Result result(String recipe, Evaluation evaluation) {
      double perSecond = evaluation.rankings() / evaluation.seconds();
      return new Result(recipe, evaluation.metrics(), seconds, peakBytes, size(), perSecond);
    }

    private OptionalLong size() {
      try {
        Path folder = Files.createTempDirectory("maitred-model-");
        Path file = folder.resolve("model");
        try {
          model.save(file);
          return OptionalLong.of(Files.size(file));
        } catch (UnsupportedOperationException e) {
          return OptionalLong.empty();
        } finally {
          Files.deleteIfExists(file);
          Files.delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
