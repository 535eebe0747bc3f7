package dev.maitred.recommend.sample;

import dev.maitred.recommend.sample.Filmography.Production;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One user at the movies: evening after evening in the mood for one genre, going on with a series
 * more often than not.
 */
final class Watcher {

  private static final long DAY = 86_400;
  private static final double GOES_ON_WITH_SERIES = 0.6;
  private static final double WATCHES_AGAIN = 0.02;
  private static final double FOLLOWS_THE_CROWD = 0.12;

  /** A film in fashion draws this many times as much. */
  private static final double FASHION = 6;

  private static final long FASHION_LASTS = 90 * DAY;

  private final List<Production> films;
  private final long[] release;
  private final RandomGenerator random;
  private final double[] taste = new double[Genre.values().length];
  private final BitSet watched = new BitSet();
  private final List<Integer> diary = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();

  /**
   * A user with a taste of their own.
   *
   * @param release for each film the second from which it can be watched
   */
  Watcher(List<Production> films, long[] release, RandomGenerator random) {
    this.films = films;
    this.release = release;
    this.random = random;
    for (int genre = 0; genre < taste.length; genre++) {
      taste[genre] = Math.pow(random.nextExponential(), 2.5);
    }
  }

  /** Watches a number of films between two times. */
  List<Watch> watch(String user, int wanted, long from, long to) {
    long start = from + random.nextLong((to - from) * 3 / 4);
    double evenings = Math.max(1, wanted / 2.5);
    double gap = (to - start) / evenings;
    long evening = start;
    while (diary.size() < wanted && evening < to) {
      sitDown(user, Math.min(random.nextInt(1, 5), wanted - diary.size()), evening);
      evening += (long) (gap * (0.2 + 0.8 * random.nextExponential()));
    }
    return watches;
  }

  private void sitDown(String user, int count, long evening) {
    int mood = draw(taste);
    long time = evening;
    for (int at = 0; at < count; at++) {
      int film = choose(mood, time);
      watched.set(film);
      diary.add(film);
      watches.add(new Watch(user, films.get(film).film().id(), time));
      time += 5_400 + random.nextInt(3_600);
    }
  }

  private int choose(int mood, long time) {
    if (!diary.isEmpty()) {
      int next = diary.getLast() + 1;
      boolean goesOn = next < films.size() && films.get(next).part() > 0 && !watched.get(next);
      if (goesOn && release[next] <= time && random.nextDouble() < GOES_ON_WITH_SERIES) {
        return next;
      }
      if (random.nextDouble() < WATCHES_AGAIN) {
        return diary.get(random.nextInt(diary.size()));
      }
    }
    boolean crowd = random.nextDouble() < FOLLOWS_THE_CROWD;
    var pull = new double[films.size()];
    for (int film = 0; film < pull.length; film++) {
      pull[film] = pull(film, crowd, Genre.values()[mood], time);
    }
    return draw(pull);
  }

  private double pull(int film, boolean crowd, Genre mood, long time) {
    Production production = films.get(film);
    if (release[film] > time || watched.get(film)) {
      return 0;
    }
    double match = crowd ? 1 : match(production.genres(), mood);
    double order = production.part() == 0 || watched.get(film - 1) ? 1 : 0.15;
    double fashion = time - release[film] < FASHION_LASTS ? FASHION : 1;
    return production.appeal() * match * order * fashion;
  }

  private static double match(List<Genre> genres, Genre mood) {
    if (genres.getFirst() == mood) {
      return 1;
    }
    return genres.contains(mood) ? 0.5 : 0.004;
  }

  private int draw(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int at = 0; at < weights.length; at++) {
      left -= weights[at];
      if (left < 0) {
        return at;
      }
    }
    return weights.length - 1;
  }
}
