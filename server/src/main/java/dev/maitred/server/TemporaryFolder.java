package dev.maitred.server;

import dev.maitred.store.Folders;
import java.io.IOException;
import java.nio.file.Path;

/** A folder that goes when its server has ended. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /** Deletes a folder with all that is in it; what can't be deleted is named on standard error. */
  public static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      System.err.println("The folder " + folder + " could not be deleted: " + e.getMessage());
    }
  }
}
