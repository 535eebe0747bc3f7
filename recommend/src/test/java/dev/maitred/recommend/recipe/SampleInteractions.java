package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.sample.Film;
import dev.maitred.recommend.sample.SampleWorld;
import dev.maitred.recommend.sample.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample world as numbers. */
public record SampleInteractions(List<Film> films, Interactions data) {

  public static final SampleInteractions WORLD = of(SampleWorld.generate(7));

  private static SampleInteractions of(SampleWorld world) {
    Map<String, Integer> films = new HashMap<>();
    world.films().forEach(film -> films.put(film.id(), films.size()));
    Map<String, Integer> users = new HashMap<>();
    List<Watch> watches = world.watches();
    int[] user =
        watches.stream()
            .mapToInt(w -> users.computeIfAbsent(w.user(), name -> users.size()))
            .toArray();
    return new SampleInteractions(
        world.films(),
        Interactions.of(
            users.size(),
            films.size(),
            user,
            watches.stream().mapToInt(w -> films.get(w.item())).toArray(),
            watches.stream().mapToLong(Watch::time).toArray()));
  }
}
