package dev.maitred.recommend.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invents films: half of them alone, half in series of two to five. */
final class Filmography {

  private static final int FILMS = 800;
  private static final int FIRST_YEAR = 1968;
  private static final int LAST_YEAR = 2025;
  private static final List<String> PLACES =
      List.of("Avalon", "Lisbon", "Marrow Bay", "Tangier", "Black Hill", "Odessa", "Saint Clare");
  private static final List<String> NUMERALS = List.of("", " II", " III", " IV", " V");

  /**
   * A film, and what decides who watches it when.
   *
   * @param film the film
   * @param genres its genres, the main one first
   * @param series number of the first film of its series, or its own
   * @param part place in the series, from 0
   * @param appeal how much it draws whoever may like it; a few films draw very much
   */
  record Production(Film film, List<Genre> genres, int series, int part, double appeal) {}

  private final RandomGenerator random;
  private final List<Production> made = new ArrayList<>();
  private final Set<String> titles = new HashSet<>();

  private Filmography(RandomGenerator random) {
    this.random = random;
  }

  static List<Production> invent(RandomGenerator random) {
    var filmography = new Filmography(random);
    while (filmography.made.size() < FILMS) {
      filmography.makeSeries();
    }
    return List.copyOf(filmography.made);
  }

  private void makeSeries() {
    int parts = random.nextInt(100) < 22 ? random.nextInt(2, 6) : 1;
    parts = Math.min(parts, FILMS - made.size());
    List<Genre> genres = genres();
    String title = title(genres.getFirst());
    int year = FIRST_YEAR + (int) ((LAST_YEAR - FIRST_YEAR + 1) * Math.sqrt(random.nextDouble()));
    double appeal = Math.exp(random.nextGaussian() * 1.1 + (parts > 1 ? 0.5 : 0));
    int first = made.size();
    for (int part = 0; part < parts; part++) {
      var film =
          new Film(
              "film-%03d".formatted(made.size() + 1),
              title + NUMERALS.get(part),
              genres.stream().map(Genre::title).toList(),
              Math.min(LAST_YEAR, year));
      made.add(new Production(film, genres, first, part, appeal * Math.pow(0.8, part)));
      year += random.nextInt(1, 4);
    }
  }

  private List<Genre> genres() {
    Genre main = pick(List.of(Genre.values()));
    Genre second = pick(List.of(Genre.values()));
    return random.nextInt(100) < 35 && second != main ? List.of(main, second) : List.of(main);
  }

  private String title(Genre genre) {
    String title;
    do {
      String adjective = pick(genre.adjectives());
      String noun = pick(genre.nouns());
      title =
          switch (random.nextInt(6)) {
            case 0 -> adjective + " " + noun;
            case 1 -> "The " + noun + " of " + pick(PLACES);
            case 2 -> adjective + " " + noun + " in " + pick(PLACES);
            case 3 -> "A " + noun + " for " + pick(PLACES);
            default -> "The " + adjective + " " + noun;
          };
    } while (!titles.add(title));
    return title.replaceFirst("^A (?=[AEIOU])", "An ");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
