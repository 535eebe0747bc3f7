package dev.maitred.server;

import java.util.concurrent.CountDownLatch;

/** Keeps a server running until the process is told to stop. */
public final class Shutdown {
  private Shutdown() {}

  /**
   * Waits for SIGTERM or SIGINT; the server is then closed in good order before the process ends.
   */
  public static void await(MaitredServer server) {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(server::close));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
