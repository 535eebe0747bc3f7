package dev.maitred.recommend.sample;

import java.util.List;

/**
 * An invented film.
 *
 * @param id its item id, such as {@code film-017}
 * @param title its title; no two films share one
 * @param genres one or two of {@link Genre#title()}, the first being the main one
 * @param year the year it came out
 */
public record Film(String id, String title, List<String> genres, int year) {

  public Film {
    genres = List.copyOf(genres);
  }

  /** Title, year and genres, for people: {@code The Glass Comet (1994), Science Fiction}. */
  @Override
  public String toString() {
    return "%s (%d), %s".formatted(title, year, String.join("/", genres));
  }
}
