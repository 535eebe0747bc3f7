package dev.maitred.server.demo;

import dev.maitred.recommend.sample.Film;
import dev.maitred.recommend.sample.SampleWorld;
import dev.maitred.recommend.sample.Watch;
import java.util.Map;
import java.util.stream.Collectors;

/** The invented world of films that the demo uses when it is given no file. */
final class BuiltInCatalogue {
  private static final long SEED = 1;

  private BuiltInCatalogue() {}

  static Catalogue make() {
    SampleWorld world = SampleWorld.generate(SEED);
    Map<String, String> titles =
        world.films().stream().collect(Collectors.toMap(Film::id, Film::toString));
    return new Catalogue(
        "An invented world of %,d films and %,d watchers"
            .formatted(titles.size(), world.watches().stream().map(Watch::user).distinct().count()),
        world.watches().stream()
            .map(watch -> new Catalogue.Interaction(watch.user(), watch.item(), watch.time()))
            .toList(),
        item -> titles.getOrDefault(item, item));
  }
}
