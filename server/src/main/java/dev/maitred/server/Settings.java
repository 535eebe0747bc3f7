package dev.maitred.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server is started with.
 *
 * @param data the folder of all its state, made if need be
 * @param host the address to listen on
 * @param port the port to listen on, or 0 for a free one
 * @param account the 12-digit account id; on a folder that has one already it must be the same
 * @param region such as {@code us-east-1}; on a folder that has one already it must be the same
 */
public record Settings(
    Path data, String host, int port, Optional<String> account, Optional<String> region) {
  public static final int DEFAULT_PORT = 4566;
  public static final String DEFAULT_REGION = "us-east-1";

  public Settings {
    if (account.isPresent() && !account.get().matches("\\d{12}")) {
      throw new StartRefused("The account `" + account.get() + "` is not 12 digits.");
    }
    if (region.isPresent() && !region.get().matches("[a-z]{2}(-[a-z]+)+-\\d")) {
      throw new StartRefused("The region `" + region.get() + "` is not of the form us-east-1.");
    }
    if (port < 0 || port > 65_535) {
      throw new StartRefused("The port " + port + " is not between 0 and 65535.");
    }
  }
}
