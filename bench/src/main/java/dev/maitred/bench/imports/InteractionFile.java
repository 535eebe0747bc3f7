package dev.maitred.bench.imports;

import dev.maitred.bench.Skew;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A CSV file of interactions in the order of their times, the same for the same seed: few users and
 * items have most of them, and one row in two hundred repeats the row before.
 */
final class InteractionFile {
  private static final int USERS = 100_000;
  private static final int ITEMS = 50_000;
  private static final long FIRST_SECOND = 1_700_000_000L;
  private static final double USER_SKEW = 2;
  private static final double ITEM_SKEW = 3;
  private static final int REPEATED = 200;
  private static final int PURCHASED = 10;

  /** The schema of its rows. */
  static final String SCHEMA =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [{"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
                  {"name": "TIMESTAMP", "type": "long"}, {"name": "EVENT_TYPE", "type": "string"}],
       "version": "1.0"}
      """;

  private InteractionFile() {}

  static void write(Path file, int rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("USER_ID,ITEM_ID,TIMESTAMP,EVENT_TYPE\n");
      String row = row(random, 0);
      for (int number = 0; number < rows; number++) {
        out.write(row);
        row = random.nextInt(REPEATED) == 0 ? row : row(random, number + 1);
      }
    }
  }

  private static String row(SplittableRandom random, int number) {
    return "user-"
        + Skew.below(USERS, USER_SKEW, random)
        + ",item-"
        + Skew.below(ITEMS, ITEM_SKEW, random)
        + ','
        + (FIRST_SECOND + number * 6L + random.nextInt(6))
        + (random.nextInt(PURCHASED) == 0 ? ",purchase\n" : ",view\n");
  }
}
