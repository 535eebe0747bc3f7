package dev.maitred.recommend;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps nothing. */
enum NoCheckpoint implements Checkpoint {
  NONE;

  @Override
  public void save(String part, Consumer<ModelWriter> state) {}

  @Override
  public <T> Optional<T> load(String part, Function<ModelReader, T> state) {
    return Optional.empty();
  }
}
