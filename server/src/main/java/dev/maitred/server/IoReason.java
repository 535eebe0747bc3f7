package dev.maitred.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why a file or folder can't be used, in words; the exceptions of the file system often say only
 * which.
 */
public final class IoReason {
  private IoReason() {}

  /** The reason, as it ends a sentence after a colon. */
  public static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no `" + e.getFile() + "`";
      case AccessDeniedException e -> "permission to `" + e.getFile() + "` is denied";
      case FileAlreadyExistsException e -> "`" + e.getFile() + "` is not a folder";
      case NotDirectoryException e -> "`" + e.getFile() + "` is not a folder";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
