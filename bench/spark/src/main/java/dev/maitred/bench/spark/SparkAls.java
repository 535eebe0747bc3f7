package dev.maitred.bench.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Fits MLlib's ALS with implicit preferences to a CSV file of distinct pairs {@code user,item},
 * once for each line of the standard input, and prints the seconds that each fit took. The session
 * is up and the pairs are cached before the first one.
 *
 * <p>Arguments: file, rank, iterations, blocks, threads.
 */
public final class SparkAls {
  private static final StructType COLUMNS = StructType.fromDDL("user INT, item INT, rating FLOAT");

  private SparkAls() {}

  public static void main(String[] arguments) throws IOException {
    int[] numbers = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    BufferedReader wishes =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SparkSession session = session(numbers[3])) {
      Dataset<Row> pairs =
          session
              .createDataFrame(rows(Path.of(arguments[0])), COLUMNS)
              .repartition(numbers[2])
              .cache();
      System.out.printf("ready %d pairs, Spark %s%n", pairs.count(), session.version());
      while (wishes.readLine() != null) {
        System.out.println("fit " + seconds(pairs, numbers[0], numbers[1], numbers[2]));
      }
    }
  }

  // Hadoop's file systems, which Spark would read with, ask JDK 25 for what it has no longer.
  private static List<Row> rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(","))
          .map(
              cells ->
                  RowFactory.create(
                      Integer.valueOf(cells[0]),
                      Integer.valueOf(cells[1]),
                      Float.valueOf(cells[2])))
          .toList();
    }
  }

  private static SparkSession session(int threads) {
    SparkSession session =
        SparkSession.builder()
            .master("local[" + threads + "]")
            .appName("als")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", threads)
            .getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    return session;
  }

  private static double seconds(Dataset<Row> pairs, int rank, int iterations, int blocks) {
    ALS als =
        new ALS()
            .setUserCol("user")
            .setItemCol("item")
            .setRatingCol("rating")
            .setImplicitPrefs(true)
            .setRank(rank)
            .setMaxIter(iterations)
            .setNumBlocks(blocks)
            .setAlpha(10)
            .setRegParam(0.01)
            .setSeed(1);
    long start = System.nanoTime();
    var model = als.fit(pairs);
    model.itemFactors().count();
    return (System.nanoTime() - start) / 1e9;
  }
}
