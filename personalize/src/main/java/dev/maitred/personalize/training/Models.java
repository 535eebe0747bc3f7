package dev.maitred.personalize.training;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.maitred.personalize.interactions.ActionHistories;
import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.personalize.interactions.Histories;
import dev.maitred.personalize.interactions.Profiles;
import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.recipe.Recommenders;
import dev.maitred.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The trained models of all solution versions: a folder each, whole or not there, and in memory the
 * ones in use. Safe for use by many threads.
 */
public final class Models {
  private static final int IN_MEMORY = 64;
  private static final String DRAFT = ".draft";
  private static final String CHECKPOINT = ".checkpoint";

  private final Path directory;
  private final LoadingCache<String, TrainedModel> open =
      Caffeine.newBuilder().maximumSize(IN_MEMORY).build(this::load);

  /**
   * @param directory where the folders lie; made if need be
   */
  public Models(Path directory) {
    this.directory = directory;
  }

  /**
   * The model of a solution version, read from disk at its first use.
   *
   * @throws UncheckedIOException if there is none
   */
  public TrainedModel of(String solutionVersionArn) {
    return open.get(solutionVersionArn);
  }

  /** Puts a model in place, where it stays until {@link #sweep}. */
  public void put(String solutionVersionArn, TrainingSet data, Recommender model)
      throws IOException {
    Path place = folder(solutionVersionArn);
    Path draft = directory.resolve(place.getFileName() + DRAFT);
    Folders.delete(draft);
    Folders.delete(place);
    Files.createDirectories(draft);
    data.writeUsers(draft.resolve("users"));
    data.writeItems(draft.resolve("items"));
    data.writeActions(draft.resolve("actions"));
    data.writeHistories(draft.resolve("histories"));
    data.writeActionHistories(draft.resolve("action-histories"));
    data.writeProfiles(draft);
    model.save(draft.resolve("model"));
    Folders.flush(draft);
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    Folders.flush(directory);
    open.invalidate(solutionVersionArn);
  }

  /**
   * Where a training may keep how far it has come, so that it goes on from there after its process
   * has died; it lies there until {@link #forget} or {@link #sweep}.
   */
  Path checkpoint(String solutionVersionArn) {
    return directory.resolve(name(solutionVersionArn) + CHECKPOINT);
  }

  /** Deletes what a training has kept of how far it had come. */
  void forget(String solutionVersionArn) throws IOException {
    Folders.delete(checkpoint(solutionVersionArn));
  }

  /** Deletes the model of a version, if it has one. */
  public void delete(String solutionVersionArn) throws IOException {
    open.invalidate(solutionVersionArn);
    forget(solutionVersionArn);
    Folders.delete(folder(solutionVersionArn));
  }

  /**
   * Deletes all models but those of these versions, and unfinished ones; for the start.
   *
   * @param training the versions whose trainings go on
   */
  public void sweep(List<String> solutionVersionArns, List<String> training) {
    Set<String> kept = new HashSet<>();
    solutionVersionArns.forEach(arn -> kept.add(name(arn)));
    training.forEach(arn -> kept.add(name(arn) + CHECKPOINT));
    Predicate<Path> gone = path -> !kept.contains(path.getFileName().toString());
    try {
      for (Path folder : folders().stream().filter(gone).toList()) {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the model of a version lies. */
  Path folder(String solutionVersionArn) {
    return directory.resolve(name(solutionVersionArn));
  }

  /** REGION.ACCOUNT.solution.NAME.ID: none of the parts can hold a dot. */
  private static String name(String arn) {
    String place = arn.substring(arn.indexOf(":personalize:") + ":personalize:".length());
    return place.replace(':', '.').replace('/', '.');
  }

  private TrainedModel load(String arn) throws IOException {
    Path folder = folder(arn);
    return new TrainedModel(
        Recommenders.load(folder.resolve("model")),
        Dictionary.open(folder.resolve("users")),
        Dictionary.open(folder.resolve("items")),
        Dictionary.open(folder.resolve("actions")),
        Histories.open(folder.resolve("histories")),
        ActionHistories.open(folder.resolve("action-histories")),
        Profiles.open(folder));
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(directory)) {
      return folders.toList();
    }
  }
}
