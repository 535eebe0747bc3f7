package dev.maitred.server.dataset;

import dev.maitred.recommend.sample.Film;
import dev.maitred.recommend.sample.SampleWorld;
import java.util.List;

/** The invented world of films as a data set, for those who have no file at hand. */
final class Sample {
  private static final long WORLD = 1;

  private Sample() {}

  static DataSet world(long seed) {
    SampleWorld world = SampleWorld.generate(WORLD);
    Events events = new Events();
    world.watches().forEach(watch -> events.add(watch.user(), watch.item(), watch.time()));
    Metadata films = new Metadata(events.items());
    films.columns(List.of("TITLE", "GENRES", "YEAR"));
    for (Film film : world.films()) {
      films.add(
          film.id(),
          film.title(),
          List.of(film.title(), String.join("|", film.genres()), String.valueOf(film.year())));
    }
    return DataSet.of(
        "an invented world of films", events, films, new Metadata(events.users()), seed);
  }
}
