package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.affinity.UnknownSubject;
import dev.maitred.recommend.model.DamagedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every recipe promises, whatever it is made of. */
@ParameterizedClass
@MethodSource("dev.maitred.recommend.recipe.Recipes#all")
class RecipeContractTest {

  private final Recipe recipe;
  @TempDir Path directory;

  RecipeContractTest(Recipe recipe) {
    this.recipe = recipe;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 14, 19})
  void findsWhatWasHeldOutOfTheCheckerboard(int user) {
    Recommender model = train(Checkerboard.DATA);
    int[] seen = Checkerboard.DATA.history(user);
    int heldOut = Checkerboard.heldOut(user);
    switch (recipe.type()) {
      case POPULAR_ITEMS -> assertThat(model.recommend(query(seen, 1)).items()).hasSize(1);
      case USER_PERSONALIZATION, RELATED_ITEMS, PERSONALIZED_RANKING ->
          assertThat(
                  model
                      .recommend(
                          query(seen, 1)
                              .where(item -> Arrays.stream(seen).noneMatch(had -> had == item)))
                      .items())
              .containsExactly(heldOut);
      case USER_SEGMENTATION ->
          assertThat(model.recommend(query(new int[] {heldOut}, 10).where(one -> one <= user)))
              .extracting(answer -> answer.items()[0] % 2)
              .isEqualTo(user % 2);
      case PERSONALIZED_ACTIONS ->
          assertThat(Arrays.stream(model.recommend(query(seen, 2)).items()))
              .allMatch(action -> action % 2 == user % 2);
    }
  }

  @Test
  void writesTheSameBytesAgainWhateverTheNumberOfThreads() throws Exception {
    Path one = directory.resolve("one");
    Path two = directory.resolve("two");
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(5)) {
      alone.submit(() -> train(Checkerboard.DATA).save(one)).get();
      crowd.submit(() -> train(Checkerboard.DATA).save(two)).get();
    }
    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void answersAfterLoadingAsBeforeSaving() {
    Recommender trained = train(Checkerboard.DATA);
    trained.save(directory.resolve("model"));
    Recommender loaded = Recommenders.load(directory.resolve("model"));
    assertThat(loaded.recipe()).isEqualTo(recipe.name());
    assertThat(loaded.items()).isEqualTo(trained.items());
    for (int user = 0; user < Checkerboard.DATA.users(); user++) {
      Query query = query(Checkerboard.DATA.history(user), 10);
      assertThat(loaded.recommend(query))
          .usingRecursiveComparison()
          .isEqualTo(trained.recommend(query));
      assertThat(loaded.explain(query, 2)).isEqualTo(trained.explain(query, 2));
    }
  }

  @Test
  void savesOverAnOlderModelAndLeavesNothingElseBehind() {
    train(Checkerboard.DATA).save(directory.resolve("model"));
    train(Checkerboard.DATA).save(directory.resolve("model"));
    assertThat(directory).isDirectoryContaining("glob:**model");
    assertThat(directory.toFile().list()).containsExactly("model");
  }

  @Test
  void refusesAFileWithOneByteAltered() throws Exception {
    Path file = directory.resolve("model");
    train(Checkerboard.DATA).save(file);
    byte[] bytes = Files.readAllBytes(file);
    int afterLayout = 12;
    for (int at = afterLayout; at < bytes.length; at += Math.max(1, bytes.length / 50)) {
      byte[] altered = bytes.clone();
      altered[at] ^= 4;
      Files.write(file, altered);
      assertThatExceptionOfType(DamagedModel.class)
          .isThrownBy(() -> Recommenders.load(file))
          .withMessageContaining("is damaged");
    }
  }

  @Test
  void refusesAFileCutOff() throws Exception {
    Path file = directory.resolve("model");
    train(Checkerboard.DATA).save(file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
    assertThatExceptionOfType(DamagedModel.class).isThrownBy(() -> Recommenders.load(file));
  }

  @Test
  void answersAnUnknownUserAndAnUnknownItemWithKnownItems() {
    int[] list = {5, 2, 0, 7};
    answersOrRefuses(
        recipe.type() == RecipeType.PERSONALIZED_RANKING
            ? new Query[] {Query.ofList(new int[0], list), Query.ofList(new int[] {-1, 999}, list)}
            : new Query[] {
              Query.ofHistory(new int[0], 4),
              Query.ofHistory(new int[] {-1, 999}, 4),
              Query.ofItem(999, 4)
            });
  }

  /** Who asks for users of something unknown is told so; all others get an answer. */
  private void answersOrRefuses(Query[] queries) {
    Recommender model = train(Checkerboard.DATA);
    for (Query query : queries) {
      if (recipe.type() == RecipeType.USER_SEGMENTATION) {
        assertThatExceptionOfType(UnknownSubject.class).isThrownBy(() -> model.recommend(query));
      } else {
        assertThat(model.recommend(query).items()).hasSize(4).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void answersOnlyWhatTheFilterLetsThrough() {
    Ranking answer =
        train(Checkerboard.DATA)
            .recommend(query(new int[] {1, 3}, 50).where(item -> item % 3 == 0));
    int[] allowed =
        switch (recipe.type()) {
          case RELATED_ITEMS -> new int[] {0, 6, 9, 12, 15, 18};
          case PERSONALIZED_ACTIONS -> new int[] {0, 3};
          case USER_PERSONALIZATION, POPULAR_ITEMS, PERSONALIZED_RANKING, USER_SEGMENTATION ->
              new int[] {0, 3, 6, 9, 12, 15, 18};
        };
    assertThat(answer.items()).containsExactlyInAnyOrder(allowed);
  }

  @Test
  void neverAnswersAnItemOrAUserWithoutEvents() {
    int[] firstEvent = Arrays.copyOf(Checkerboard.DATA.firstEvent(), Checkerboard.USERS + 8);
    Arrays.fill(firstEvent, Checkerboard.USERS + 1, firstEvent.length, Checkerboard.DATA.events());
    Interactions wider =
        new Interactions(
            Checkerboard.USERS + 7,
            Checkerboard.ITEMS + 7,
            firstEvent,
            Checkerboard.DATA.item(),
            Checkerboard.DATA.time());
    assertThat(Arrays.stream(train(wider).recommend(query(new int[] {2}, 100)).items()))
        .isNotEmpty()
        .allMatch(item -> item < Checkerboard.ITEMS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void trainsOnNextToNothing(int events) {
    Interactions few =
        Interactions.of(
            1, events, new int[events], IntStream.range(0, events).toArray(), new long[events]);
    Recommender model = train(few);
    if (recipe.type() == RecipeType.USER_SEGMENTATION && events == 0) {
      assertThatExceptionOfType(UnknownSubject.class)
          .isThrownBy(() -> model.recommend(query(new int[] {0}, 10)));
      return;
    }
    Ranking answer =
        model.recommend(
            recipe.type() == RecipeType.USER_SEGMENTATION
                ? query(new int[] {0}, 10)
                : recipe.type() == RecipeType.PERSONALIZED_RANKING
                    ? Query.ofList(new int[0], IntStream.range(0, events).toArray())
                    : Query.ofHistory(new int[0], 10));
    int answers =
        switch (recipe.type()) {
          case USER_SEGMENTATION -> 1;
          case PERSONALIZED_ACTIONS -> Checkerboard.ACTIONS;
          case USER_PERSONALIZATION, POPULAR_ITEMS, RELATED_ITEMS, PERSONALIZED_RANKING -> events;
        };
    assertThat(answer.items()).containsExactly(IntStream.range(0, answers).toArray());
    for (float score : answer.scores()) {
      assertThat(score).isBetween(0f, 1f);
    }
  }

  @Test
  void scoresSumToOneOverTheCatalogueWhateverTheFilter() {
    Recommender model = train(Checkerboard.DATA);
    Ranking all = model.recommend(query(new int[] {2, 4}, 1000));
    assertThat(all.scored()).isEqualTo(recipe.scored());
    if (recipe.scored()) {
      double sum = 0;
      for (float score : all.scores()) {
        assertThat(score).isBetween(0f, 1f);
        sum += score;
      }
      if (recipe.type() != RecipeType.PERSONALIZED_ACTIONS) {
        assertThat(sum).isBetween(0.999, 1.001);
      }
      Ranking one = model.recommend(query(new int[] {2, 4}, 1000).where(i -> i == all.items()[3]));
      assertThat(one.scores()).containsExactly(all.scores()[3]);
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(
            () ->
                recipe.train(
                    known(Checkerboard.DATA), Settings.defaults(recipe, 1), new StoppedProgress()));
  }

  @Test
  void progressNeverFallsAndEndsAtOne() {
    var fractions = new java.util.ArrayList<Double>();
    recipe.train(
        known(Checkerboard.DATA),
        Settings.defaults(recipe, 1),
        (component, fraction, detail) -> fractions.add(fraction));
    assertThat(fractions).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void refusesAnUnknownHyperparameter() {
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(() -> Settings.of(recipe, Map.of("depth", "3"), Map.of(), 1))
        .withMessageContaining("`depth`");
  }

  private Recommender train(Interactions data) {
    return recipe.train(known(data), Settings.defaults(recipe, 1), Progress.none());
  }

  /** A recipe that goes by what items look like is told so, of the items of the checkerboard. */
  private TrainingData known(Interactions data) {
    return recipe.needsItems()
        ? new TrainingData(data, Checkerboard.described(data.items()), Features.none(data.users()))
        : Checkerboard.with(data);
  }

  /**
   * What the recipe is asked about a history: its last item where it wants one, or its colour; a
   * list holds all items of the checkerboard.
   */
  private Query query(int[] history, int limit) {
    int last = history[history.length - 1];
    return switch (recipe.type()) {
      case RELATED_ITEMS -> Query.ofItem(last, limit);
      case USER_SEGMENTATION ->
          recipe.name().equals(Affinity.OF_ATTRIBUTES)
              ? Query.ofAttributes(Map.of("COLOUR", Checkerboard.colour(last)), limit)
              : Query.ofItem(last, limit);
      case PERSONALIZED_RANKING ->
          Query.ofList(history, IntStream.range(0, Checkerboard.ITEMS).toArray()).first(limit);
      case USER_PERSONALIZATION, POPULAR_ITEMS, PERSONALIZED_ACTIONS ->
          Query.ofHistory(history, limit);
    };
  }
}
