package dev.maitred.recommend;

import dev.maitred.recommend.model.DamagedModel;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file for each part, in the layout of a model file and as whole as one. */
record CheckpointFolder(Path folder) implements Checkpoint {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

  @Override
  public void save(String part, Consumer<ModelWriter> state) {
    try {
      ModelWriter.write(file(part), part, state);
    } catch (UncheckedIOException e) {
      // The training itself needs no checkpoint.
      LOG.warn("The checkpoint {} can't be written", file(part), e);
    }
  }

  @Override
  public <T> Optional<T> load(String part, Function<ModelReader, T> state) {
    if (!Files.exists(file(part))) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelReader.read(file(part), state));
    } catch (DamagedModel | UncheckedIOException e) {
      LOG.warn("The checkpoint {} can't be read; its part of the training begins anew", part, e);
      return Optional.empty();
    }
  }

  private Path file(String part) {
    return folder.resolve(part + ".checkpoint");
  }
}
