package dev.maitred.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * A whole server on a free port and a folder of its own, for the tests of one class. The clients it
 * hands out are the real SDK's, over the real socket.
 *
 * <pre>{@code
 * @RegisterExtension static final RunningServer server = new RunningServer();
 * }</pre>
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private Path folder;
  private MaitredServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("maitred-test-");
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
    TemporaryFolder.delete(folder);
  }

  /** Stops the server and starts it again on the same folder. */
  public void restart() {
    server.close();
    start();
  }

  private void start() {
    server =
        MaitredServer.start(
            new Settings(folder, "127.0.0.1", 0, Optional.empty(), Optional.empty()));
  }

  /** The server itself. */
  public MaitredServer server() {
    return server;
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  public String account() {
    return server.account();
  }

  /** The clients of the account's root user. */
  public TestClients root() {
    return new TestClients(
        server.endpoint(),
        Region.of(server.region()),
        TestClients.profile(server.credentialsFile()));
  }

  /**
   * The clients of a new user.
   *
   * @param policy the JSON of its only policy
   */
  public TestClients userWith(String policy) {
    String name = "user-" + NAMES.incrementAndGet();
    try (IamClient iam = root().iam()) {
      iam.createUser(r -> r.userName(name));
      iam.putUserPolicy(r -> r.userName(name).policyName("only").policyDocument(policy));
      AccessKey key = iam.createAccessKey(r -> r.userName(name)).accessKey();
      return root().with(key.accessKeyId(), key.secretAccessKey());
    }
  }
}
