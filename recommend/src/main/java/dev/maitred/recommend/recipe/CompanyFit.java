package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;
import dev.maitred.recommend.kernel.Draw;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.Softmax;
import dev.maitred.recommend.recipe.Contexts.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds the weights of the signals of {@link Company} under which the held-out items are likeliest,
 * by softmax over all that the relations know of the given item; pairs that no relation knows teach
 * nothing. The loss is convex and a weak pull towards usual weights makes it strictly so.
 */
final class CompanyFit {

  private static final int MOST_PAIRS = 4_000;
  private static final int MOST_STEPS = 15;
  private static final int PAIRS_A_PIECE = 64;
  private static final double PULL_IN_PAIRS = 1;
  private static final double GOOD_ENOUGH = 1e-6;

  private record Lesson(float[][] signals, int wanted) {}

  private static final class Sums {
    private double loss;
    private final double[] slope;
    private final double[][] curvature;

    Sums(int count) {
      slope = new double[count];
      curvature = new double[count][count];
    }

    void add(Sums other) {
      loss += other.loss;
      for (int one = 0; one < slope.length; one++) {
        slope[one] += other.slope[one];
        for (int two = 0; two < slope.length; two++) {
          curvature[one][two] += other.curvature[one][two];
        }
      }
    }
  }

  private final List<Lesson> lessons;
  private final double[] usual;
  private final Progress progress;

  private CompanyFit(List<Lesson> lessons, double[] usual, Progress progress) {
    this.lessons = lessons;
    this.usual = usual;
    this.progress = progress;
  }

  static double[] fit(Company company, List<Pair> pairs, long seed, Progress progress) {
    var lessons = new ArrayList<Lesson>();
    for (Pair pair : sample(pairs, seed)) {
      progress.check();
      if (!company.cold(pair.given())) {
        lessons.add(lesson(company, pair));
      }
    }
    lessons.removeIf(lesson -> lesson.wanted() < 0);
    return new CompanyFit(lessons, company.usualWeights(), progress).descend();
  }

  private static List<Pair> sample(List<Pair> pairs, long seed) {
    int[] order = IntStream.range(0, pairs.size()).toArray();
    int count = Math.min(MOST_PAIRS, order.length);
    Draw.toFront(order, count, new SplittableRandom(seed));
    return Arrays.stream(order).limit(count).mapToObj(pairs::get).toList();
  }

  private static Lesson lesson(Company company, Pair pair) {
    int[] candidates = company.candidates(pair.given());
    int wanted = Arrays.binarySearch(candidates, pair.wanted());
    return new Lesson(
        wanted < 0 ? new float[0][] : company.signals(pair.given(), candidates), wanted);
  }

  private double[] descend() {
    double[] weights = usual;
    Sums here = at(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      progress.step(
          "weights",
          (double) step / MOST_STEPS,
          String.format(
              Locale.ROOT,
              "loss %.4f of %d held-out pairs",
              here.loss / Math.max(1, lessons.size()),
              lessons.size()));
      double[] move = here.slope.clone();
      Cholesky.of(here.curvature).solve(move);
      double[] next = moved(weights, move, 1);
      Sums there = at(next);
      for (double length = 0.5; there.loss > here.loss && length > 1e-3; length /= 2) {
        next = moved(weights, move, length);
        there = at(next);
      }
      if (there.loss > here.loss - GOOD_ENOUGH * (1 + lessons.size())) {
        return weights;
      }
      weights = next;
      here = there;
    }
    return weights;
  }

  private static double[] moved(double[] weights, double[] move, double length) {
    var moved = weights.clone();
    for (int at = 0; at < moved.length; at++) {
      moved[at] -= length * move[at];
    }
    return moved;
  }

  private Sums at(double[] weights) {
    var pieces = new Sums[Math.ceilDiv(lessons.size(), PAIRS_A_PIECE)];
    Shards.forEach(
        pieces.length,
        progress,
        piece -> {
          var sums = new Sums(usual.length);
          int end = Math.min(lessons.size(), (piece + 1) * PAIRS_A_PIECE);
          for (int at = piece * PAIRS_A_PIECE; at < end; at++) {
            learn(lessons.get(at), weights, sums);
          }
          pieces[piece] = sums;
        });
    var total = new Sums(usual.length);
    for (int at = 0; at < usual.length; at++) {
      double off = weights[at] - usual[at];
      total.loss += PULL_IN_PAIRS / 2 * off * off;
      total.slope[at] = PULL_IN_PAIRS * off;
      total.curvature[at][at] = PULL_IN_PAIRS;
    }
    Arrays.stream(pieces).forEach(total::add);
    return total;
  }

  private static void learn(Lesson lesson, double[] weights, Sums sums) {
    var likely = new double[lesson.signals().length];
    for (int at = 0; at < likely.length; at++) {
      likely[at] = score(lesson.signals()[at], weights);
    }
    float[] wanted = lesson.signals()[lesson.wanted()];
    sums.loss += Softmax.replace(likely) - score(wanted, weights);
    var expected = new double[weights.length];
    for (int at = 0; at < likely.length; at++) {
      float[] signals = lesson.signals()[at];
      for (int one = 0; one < weights.length; one++) {
        double share = likely[at] * signals[one];
        expected[one] += share;
        for (int two = 0; two < weights.length; two++) {
          sums.curvature[one][two] += share * signals[two];
        }
      }
    }
    for (int one = 0; one < weights.length; one++) {
      sums.slope[one] += expected[one] - wanted[one];
      for (int two = 0; two < weights.length; two++) {
        sums.curvature[one][two] -= expected[one] * expected[two];
      }
    }
  }

  static double score(float[] signals, double[] weights) {
    double score = 0;
    for (int at = 0; at < weights.length; at++) {
      score += weights[at] * signals[at];
    }
    return score;
  }
}
