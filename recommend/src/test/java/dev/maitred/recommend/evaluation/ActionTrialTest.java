package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users with random propensities, many of them equal, who took a part of what they met. */
class ActionTrialTest {

  private static final int ACTIONS = 12;
  private static final int USERS = 60;
  private static final float[][] PROPENSITIES = new float[USERS][ACTIONS];
  private static final List<ActionTrial.Case> CASES = new ArrayList<>();

  static {
    var random = new SplittableRandom(8);
    for (int user = 0; user < USERS; user++) {
      var met = new BitSet();
      var taken = new BitSet();
      for (int action = 0; action < ACTIONS; action++) {
        PROPENSITIES[user][action] = random.nextInt(4) / 4f;
        met.set(action, random.nextInt(2) > 0);
        taken.set(action, met.get(action) && random.nextInt(3) > 0);
      }
      Query query = Query.ofHistory(new int[0], ACTIONS).by(Map.of("NAME", "" + user));
      CASES.add(new ActionTrial.Case(query, met, taken));
    }
  }

  private static final ActionTrial TRIAL =
      new ActionTrial(
          TrainingData.of(new Interactions(0, 1, new int[1], new int[0], new long[0])),
          CASES,
          ACTIONS);

  @Test
  void theAreaIsTheShareOfPairsInRightOrder() {
    double area = 0;
    for (int action = 0; action < ACTIONS; action++) {
      area += area(action) / ACTIONS;
    }
    assertThat(measure().get("area_under_curve")).isCloseTo(area, within(1e-12));
  }

  private static double area(int action) {
    double right = 0;
    double pairs = 0;
    for (int taker = 0; taker < USERS; taker++) {
      for (int other = 0; other < USERS; other++) {
        if (takes(taker, action) && CASES.get(other).met().get(action) && !takes(other, action)) {
          right += (1 + Math.signum(PROPENSITIES[taker][action] - PROPENSITIES[other][action])) / 2;
          pairs++;
        }
      }
    }
    return right / pairs;
  }

  @Test
  void precisionAndRecallAreThoseOfTheFirstFive() {
    double precision = 0;
    double recall = 0;
    for (int action = 0; action < ACTIONS; action++) {
      int one = action;
      int[] offered = IntStream.range(0, USERS).filter(user -> first(user, one)).toArray();
      double right = IntStream.of(offered).filter(user -> takes(user, one)).count();
      precision += right / offered.length / ACTIONS;
      recall +=
          right / IntStream.range(0, USERS).filter(user -> takes(user, one)).count() / ACTIONS;
    }
    assertThat(measure().get("precision")).isCloseTo(precision, within(1e-12));
    assertThat(measure().get("recall")).isCloseTo(recall, within(1e-12));
    assertThat(measure()).containsEntry("coverage", 1.0);
  }

  @Test
  void stopsAfterTheLastAnswer() {
    var stopping = new StoppedProgress(USERS);
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> TRIAL.measure(new Known(), stopping));
  }

  private static Map<String, Double> measure() {
    return TRIAL.measure(new Known(), Progress.none());
  }

  private static boolean takes(int user, int action) {
    return CASES.get(user).taken().get(action);
  }

  private static boolean first(int user, int action) {
    return IntStream.of(answer(user)).limit(5).anyMatch(one -> one == action);
  }

  private static int[] answer(int user) {
    return IntStream.range(0, ACTIONS)
        .boxed()
        .sorted(Comparator.comparingDouble(action -> -PROPENSITIES[user][action]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Answers the propensities as they are. */
  private record Known() implements Recommender {
    @Override
    public String recipe() {
      return "known";
    }

    @Override
    public int items() {
      return 1;
    }

    @Override
    public Ranking recommend(Query query) {
      int user = Integer.parseInt(query.user().getOrDefault("NAME", "0"));
      int[] actions = answer(user);
      var scores = new float[actions.length];
      for (int place = 0; place < scores.length; place++) {
        scores[place] = PROPENSITIES[user][actions[place]];
      }
      return new Ranking(actions, scores);
    }

    @Override
    public Explanation explain(Query query, int item) {
      return Explanation.of(item, List.of());
    }

    @Override
    public void save(Path file) {
      throw new UnsupportedOperationException("never kept");
    }
  }
}
