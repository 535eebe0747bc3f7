package dev.maitred.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path dir;

  @Test
  void keepsWhatWasWrittenAcrossReopening() {
    try (Database database = open()) {
      database.write(h -> h.execute("insert into guest values ('Ada', 'a window seat')"));
    }
    try (Database database = open()) {
      assertThat(wishes(database)).containsExactly("a window seat");
    }
  }

  @Test
  void keepsNothingOfAWriteThatThrows() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.write(
                      h -> {
                        h.execute("insert into guest values ('Ada', 'a window seat')");
                        throw new IllegalStateException("the kitchen is closed");
                      }))
          .hasMessage("the kitchen is closed");
      assertThat(wishes(database)).isEmpty();
    }
  }

  private Database open() {
    return Database.open(dir.resolve("maitred.db"), List.of("sample"));
  }

  private static List<String> wishes(Database database) {
    return database.read(h -> h.createQuery("select wish from guest").mapTo(String.class).list());
  }
}
