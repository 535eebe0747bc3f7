package dev.maitred.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The SQL database of one server: a SQLite file in write-ahead mode, flushed to disk on every
 * commit.
 *
 * <p>Reads run side by side; writes take turns. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi reader;

  private Database(HikariDataSource writerPool, HikariDataSource readerPool) {
    this.writerPool = writerPool;
    this.readerPool = readerPool;
    this.writer = Jdbi.create(writerPool);
    this.reader = Jdbi.create(readerPool);
  }

  /**
   * Opens {@code file}, making it if need be, and brings the tables of every service up to date.
   *
   * @param migrations names of services; the SQL files of each lie under {@code db/NAME/} on the
   *     class path, named as Flyway wants them ({@code V1__users.sql}), and have a history of their
   *     own
   */
  public static Database open(Path file, List<String> migrations) {
    HikariDataSource writerPool = pool(file, "writer", 1, false);
    migrations.forEach(name -> migrate(writerPool, name));
    return new Database(writerPool, pool(file, "reader", READERS, true));
  }

  /**
   * Runs {@code work} in one transaction that is on disk when this returns, or not at all if it
   * throws.
   */
  public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
    return writer.inTransaction(work);
  }

  /** Runs {@code work} against one consistent state. */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    return reader.inTransaction(work);
  }

  @Override
  public void close() {
    readerPool.close();
    writerPool.close();
  }

  private static HikariDataSource pool(Path file, String name, int size, boolean readOnly) {
    Properties sqlite = new Properties();
    sqlite.setProperty("journal_mode", "WAL");
    sqlite.setProperty("synchronous", "FULL");
    sqlite.setProperty("foreign_keys", "true");
    sqlite.setProperty("busy_timeout", String.valueOf(BUSY_MILLIS));
    sqlite.setProperty("transaction_mode", readOnly ? "DEFERRED" : "IMMEDIATE");
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.setDataSourceProperties(sqlite);
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }

  private static void migrate(DataSource source, String name) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/" + name)
        .table("migrations_of_" + name)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
