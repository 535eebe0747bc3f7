package dev.maitred.personalize.bulk;

import dev.maitred.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB database in memory for one piece of work, with a folder of its own for what does not fit
 * there. Belongs to one thread.
 */
public final class DuckSession implements AutoCloseable {
  private static final String MEMORY_LIMIT = "2GB";
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Path folder;
  private final Connection connection;

  private DuckSession(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** What is done with each row of a result. */
  public interface EachRow<X extends Exception> {
    void row(ResultSet row) throws SQLException, X;
  }

  /**
   * Opens a session.
   *
   * @param scratch the folder under which the session makes its own
   */
  public static DuckSession open(Path scratch) throws IOException, SQLException {
    Files.createDirectories(scratch);
    Path folder = Files.createTempDirectory(scratch, "duckdb-");
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY_LIMIT);
    settings.setProperty("threads", Integer.toString(THREADS));
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    return new DuckSession(folder, DriverManager.getConnection("jdbc:duckdb:", settings));
  }

  /** The session's own folder; it goes with the session. */
  public Path folder() {
    return folder;
  }

  /** The connection, for appenders. */
  public DuckDBConnection connection() throws SQLException {
    return connection.unwrap(DuckDBConnection.class);
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Reads the rows of a query one by one. */
  public <X extends Exception> void query(String sql, EachRow<X> each) throws SQLException, X {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.row(rows);
      }
    }
  }

  /** The one number that a query gives. */
  public long number(String sql) throws SQLException {
    long[] number = new long[1];
    this.<RuntimeException>query(sql, row -> number[0] = row.getLong(1));
    return number[0];
  }

  /** A name as an SQL identifier. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as an SQL literal. */
  public static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** Files as a list of SQL literals. */
  public static String files(List<Path> files) {
    return files.stream().map(file -> text(file.toString())).toList().toString();
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    Folders.delete(folder);
  }

  /** Deletes the folders of sessions that were never closed. */
  public static void clear(Path scratch) {
    try {
      Folders.delete(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
