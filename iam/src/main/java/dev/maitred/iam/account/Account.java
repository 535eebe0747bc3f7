package dev.maitred.iam.account;

import dev.maitred.iam.accesskey.NewKey;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.MasterKey;
import dev.maitred.iam.store.PrivateFile;
import dev.maitred.iam.store.Tables;
import dev.maitred.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The one account of a server.
 *
 * @param id 12 digits
 * @param created when the server was first started
 */
public record Account(String id, Instant created, MasterKey masterKey) {

  /** The account that the database belongs to, if it has been started before. */
  public static Optional<String> stored(Database database) {
    return database.read(
        handle -> handle.createQuery("select id from account").mapTo(String.class).findOne());
  }

  /**
   * Opens the account, and on the first start makes it: the master key in {@code master.key}, the
   * root user's access key, and {@code credentials} with it for AWS's own clients.
   *
   * @throws IllegalStateException if {@code dataDir} belongs to another account
   */
  public static Account open(IamStore store, Database database, Path dataDir, Clock clock) {
    Optional<String> stored = stored(database);
    stored
        .filter(id -> !id.equals(store.account()))
        .ifPresent(
            id -> {
              throw new IllegalStateException(
                  dataDir + " belongs to account " + id + ", not to " + store.account());
            });
    Path keyFile = dataDir.resolve("master.key");
    MasterKey key =
        stored.isPresent() || Files.exists(keyFile)
            ? MasterKey.read(keyFile)
            : MasterKey.create(keyFile);
    if (stored.isEmpty()) {
      make(store, key, dataDir.resolve("credentials"), clock.instant());
    }
    return new Account(store.account(), store.read(Account::created), key);
  }

  private static void make(IamStore store, MasterKey masterKey, Path credentials, Instant now) {
    Instant created = now.truncatedTo(ChronoUnit.SECONDS);
    NewKey root = NewKey.draw();
    store.change(
        tables -> {
          tables
              .handle()
              .execute(
                  "insert into account (id, created) values (?, ?)",
                  store.account(),
                  created.toEpochMilli());
          tables.accessKeys().insert(root.sealed(masterKey, store.account(), created));
          // Before the commit: an account whose root key nobody was given can not come to be.
          PrivateFile.write(credentials, profile(root).getBytes(StandardCharsets.UTF_8));
        });
  }

  private static String profile(NewKey key) {
    return "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
        .formatted(key.id(), key.secret());
  }

  private static Instant created(Tables tables) {
    return tables
        .handle()
        .createQuery("select created from account")
        .mapTo(Long.class)
        .map(Instant::ofEpochMilli)
        .one();
  }
}
