package dev.maitred.recommend;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps how far the long parts of a training have come, so that a training that was killed goes on
 * from there and ends with the same bytes.
 *
 * <p>A part's name tells what its steps depend on, its data and settings included, so that what was
 * kept of another part is never taken for it. What a part came to stays after its end: a training
 * that is killed later doesn't do it again.
 */
public interface Checkpoint {

  /** Keeps the state of a part instead of what was kept of it before. */
  void save(String part, Consumer<ModelWriter> state);

  /** What was kept last of a part; empty if nothing was, or if it is damaged. */
  <T> Optional<T> load(String part, Function<ModelReader, T> state);

  /** Keeps nothing. */
  static Checkpoint none() {
    return NoCheckpoint.NONE;
  }

  /**
   * Keeps one file for each part in a folder, which is made when it is needed. A folder belongs to
   * one training, with the same recipe, data and settings each time it is gone on with. Whoever
   * gives the folder deletes it when the training has ended, well or not.
   */
  static Checkpoint in(Path folder) {
    return new CheckpointFolder(folder);
  }
}
