package dev.maitred.server.dataset;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A data set as arrays, with the ids and titles that its numbers stand for.
 *
 * <p>Users are numbered as they come. Items are numbered by a chance of their own: models break
 * ties by number, and in the order of a file popular items would win them.
 *
 * @param origin where it is from, for people
 * @param data the events, in the order of the file where times are equal, and what is known beside
 * @param users the id of each user
 * @param items the id of each item
 * @param titles the title of each item, or its id where there is none
 * @param tested the users that the data set itself keeps for the test; may be empty
 * @param timed whether the events have times; the order of the file counts if not
 */
public record DataSet(
    String origin,
    TrainingData data,
    List<String> users,
    List<String> items,
    List<String> titles,
    BitSet tested,
    boolean timed) {

  /** The word for the invented world of films, where no file of that name lies. */
  public static final String SAMPLE = "sample";

  private static final List<String> EVENTS = List.of("interactions", "ratings");
  private static final List<String> ITEMS = List.of("items", "movies");
  private static final List<String> USERS = List.of("users");
  private static final List<String> KEYS_OF_ITEMS = List.of("ITEM_ID", "movieId");
  private static final List<String> KEYS_OF_USERS = List.of("USER_ID", "SESSION_ID");

  /**
   * Reads a file of events, or a folder with {@code interactions} (or {@code ratings}, or {@code
   * train-sessions} and {@code test-sessions}) and perhaps {@code items} (or {@code movies}) and
   * {@code users}, each {@code .csv} or {@code .csv.gz}.
   *
   * @param seed of the chance that numbers the items
   * @throws Unreadable if that can't be done; the message says why
   */
  public static DataSet read(Path path, long seed) {
    if (path.toString().equals(SAMPLE) && !Files.exists(path)) {
      return Sample.world(seed);
    }
    Events events = new Events();
    if (!Files.isDirectory(path)) {
      events.read(path);
      return of(
          path.toString(),
          events,
          new Metadata(events.items()),
          new Metadata(events.users()),
          seed);
    }
    readEvents(path, events);
    Metadata items = new Metadata(events.items());
    Metadata users = new Metadata(events.users());
    find(path, ITEMS).ifPresent(file -> items.read(file, KEYS_OF_ITEMS));
    find(path, USERS).ifPresent(file -> users.read(file, KEYS_OF_USERS));
    return of(path.toString(), events, items, users, seed);
  }

  /** What people should know of how the data were read, in a sentence. */
  public Optional<String> doubt() {
    return timed
        ? Optional.empty()
        : Optional.of(
            "`%s` has no column TIMESTAMP: its events are taken in the order of the file."
                .formatted(origin));
  }

  private static void readEvents(Path folder, Events events) {
    Optional<Path> one = find(folder, EVENTS);
    Optional<Path> train = find(folder, List.of("train-sessions"));
    if (one.isPresent()) {
      events.read(one.get());
    } else if (train.isPresent()) {
      events.read(train.get());
      find(folder, List.of("test-sessions")).ifPresent(events::readTest);
    } else {
      throw new Unreadable(
          "`%s` holds no interactions.csv, ratings.csv, u.data, ratings.dat or train-sessions.csv (each may be gzip)."
              .formatted(folder));
    }
  }

  private static Optional<Path> find(Path folder, List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.of(name + ".csv", name + ".csv.gz", name + ".dat"))
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .or(
            () ->
                Optional.of(folder.resolve("u.data"))
                    .filter(data -> names.equals(EVENTS) && Files.isRegularFile(data)));
  }

  static DataSet of(String origin, Events events, Metadata items, Metadata users, long seed) {
    int[] place = shuffled(events.items().size(), seed);
    int[] old = inverse(place);
    Interactions interactions =
        Interactions.of(
            events.users().size(),
            events.items().size(),
            events.user(),
            Arrays.stream(events.item()).map(item -> place[item]).toArray(),
            events.time(),
            events.context());
    Features known = items.features().pick(old);
    return new DataSet(
        origin,
        new TrainingData(interactions, known, users.features()),
        IntStream.range(0, events.users().size()).mapToObj(events.users()::id).toList(),
        Arrays.stream(old).mapToObj(events.items()::id).toList(),
        Arrays.stream(old).mapToObj(items::title).toList(),
        events.tested(),
        events.timed());
  }

  private static int[] shuffled(int size, long seed) {
    var random = new SplittableRandom(seed);
    int[] places = IntStream.range(0, size).toArray();
    for (int at = size - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int swapped = places[at];
      places[at] = places[other];
      places[other] = swapped;
    }
    return places;
  }

  private static int[] inverse(int[] place) {
    var old = new int[place.length];
    for (int at = 0; at < place.length; at++) {
      old[place[at]] = at;
    }
    return old;
  }
}
