package dev.maitred.recommend.sample;

import static java.util.Comparator.comparingLong;

import dev.maitred.recommend.sample.Filmography.Production;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Eight hundred films, fifteen hundred users and what these watched in two years, about 60,000
 * events; the same seed gives the same world.
 *
 * @param films the films
 * @param watches what was watched, oldest first
 */
public record SampleWorld(List<Film> films, List<Watch> watches) {

  private static final int USERS = 1_500;
  private static final int LEAST_WATCHES = 6;
  private static final double TYPICAL_WATCHES = 32;
  private static final int MOST_WATCHES = 250;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

  public SampleWorld {
    films = List.copyOf(films);
    watches = List.copyOf(watches);
  }

  /** Makes the world of a seed. */
  public static SampleWorld generate(long seed) {
    var random = new SplittableRandom(seed);
    List<Production> productions = Filmography.invent(random.split());
    long[] release = releases(productions, random.split());
    var watches = new ArrayList<Watch>();
    for (int user = 1; user <= USERS; user++) {
      RandomGenerator own = random.split();
      int wanted = (int) (TYPICAL_WATCHES * Math.exp(0.75 * own.nextGaussian()));
      watches.addAll(
          new Watcher(productions, release, own)
              .watch(
                  "user-%04d".formatted(user),
                  Math.clamp(wanted, LEAST_WATCHES, MOST_WATCHES),
                  second(FIRST_DAY),
                  second(LAST_DAY)));
    }
    watches.sort(comparingLong(Watch::time));
    return new SampleWorld(productions.stream().map(Production::film).toList(), watches);
  }

  private static long[] releases(List<Production> productions, RandomGenerator random) {
    return productions.stream()
        .mapToLong(p -> second(LocalDate.ofYearDay(p.film().year(), random.nextInt(1, 366))))
        .toArray();
  }

  private static long second(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
