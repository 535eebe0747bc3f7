package dev.maitred.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  private static final String ROUND = "next-after-last,aws-popularity-count";

  @TempDir Path dir;
  private final PrintStream standardOutput = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(standardOutput);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leave-one-out", "personalize", "strong-generalization", "sessions", "time"})
  void measuresByEveryProtocol(String protocol) throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("ratings.csv"), ratings("userId,movieId,rating,timestamp\n", "\n"));
    assertThat(run("--data", file, "--protocol", protocol, "--recipe", ROUND, "--json")).isZero();
    JsonNode result = JsonMapper.shared().readTree(text()).path("results").path(0);
    assertThat(result.path("recipe").asString()).isEqualTo("next-after-last");
    assertThat(result.path("metrics").propertyNames()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(result.path("peakBytes").asLong()).isPositive();
  }

  @Test
  void findsWhatEverybodyDoesNextInAFolderWithMetadata() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("shop"));
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("interactions.csv.gz")))) {
      zipped.write(
          ratings("\uFEFFUSER_ID,ITEM_ID,EVENT_VALUE,TIMESTAMP\r\n", "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("items.csv"), "ITEM_ID,TITLE\n\"ö,0\",\"A \"\"title\"\"\"\n");
    assertThat(run("--data", folder, "--repeats", "--strict", "--recipe", ROUND, "--json"))
        .isZero();
    JsonNode root = JsonMapper.shared().readTree(text());
    assertThat(root.path("items").asInt()).isEqualTo(7);
    assertThat(
            root.path("results").path(0).path("metrics").path("NDCG@10").path("value").asDouble())
        .isEqualTo(1);
  }

  @Test
  void printsATable() throws IOException {
    Path file =
        Files.writeString(dir.resolve("r.csv"), ratings("userId,movieId,rating,timestamp\n", "\n"));
    assertThat(run("--data", file, "--repeats", "--recipe", ROUND, "--users", "5")).isZero();
    assertThat(text())
        .contains("30 users, 7 items, 300 events", "NDCG@10", "next-after-last", "1.0000 ±0.0000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b\\n1,2\\n                                   | begins with `a,b`; the columns userId, movieId, timestamp
          USER_ID,ITEM_ID,TIMESTAMP\\n1,2,now\\n         | line 2: the TIMESTAMP `now` is not a whole number of seconds.
          USER_ID,ITEM_ID,TIMESTAMP\\n1,2,3\\n1,,4\\n    | line 3: there is no ITEM_ID.
          USER_ID,ITEM_ID,TIMESTAMP\\n1,2\\n             | line 2: it has 2 cells, and the header names 3 columns.
          USER_ID,ITEM_ID,TIMESTAMP\\n1,2,3\\n           | has no events that the protocol leave-one-out could keep back
          ''                                             | is empty; the columns
          """)
  void saysWhatIsWrongWithAFile(String content, String says) throws IOException {
    Path file = Files.writeString(dir.resolve("bad.csv"), content.replace("\\n", "\n"));
    assertThat(run("--data", file)).isEqualTo(2);
    assertThat(err.toString()).contains("bad.csv").contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --recipe aws-nonsense               | There is no recipe `aws-nonsense`; there are: aws-
          --hyperparameter depth=3            | None of the recipes has a hyperparameter `depth`
          --recipe aws-sims --hyperparameter min_cointeraction_count=99 | Invalid value `99`
          --strict --refit                    | mutually exclusive
          --protocol luck                     | there is no protocol `luck`; there are: leave-one-out, personalize, strong-generalization, sessions, time
          --users 0                           | --users is 0 and must be at least 1.
          --protocol time --strict            | --strict does nothing with --protocol time; it is for leave-one-out.
          --protocol sessions --refit         | --refit does nothing with --protocol sessions; it is for leave-one-out.
          --protocol sessions --repeats       | --repeats does nothing with --protocol sessions; it is for leave-one-out, strong-generalization, time.
          --protocol personalize --users 5    | --users does nothing with --protocol personalize; it is for leave-one-out,
          --recipe arn:aws:personalize:::recipe/x | There is no recipe `arn:aws:personalize:::recipe/x`
          --hyperparameter depth              | Value for option '--hyperparameter'
          """)
  void refusesWhatItCanNotDo(String words, String says) {
    assertThat(run(("--data nowhere " + words).split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leave-one-out | aws-item-affinity            | aws-item-affinity does not recommend items; it can be measured by --protocol personalize.
          personalize   | aws-next-best-action         | has no actions, which aws-next-best-action recommends
          leave-one-out | aws-next-best-action         | has no actions, which aws-next-best-action recommends
          personalize   | aws-semantic-similarity      | says nothing of the items, by which aws-semantic-similarity goes
          """)
  void refusesARecipeThatDoesNotFitBeforeTrainingAnother(
      String protocol, String recipe, String says) throws IOException {
    assertThat(run("--data", round(), "--protocol", protocol, "--recipe", "aws-sims," + recipe))
        .isEqualTo(2);
    assertThat(err.toString()).contains(says).doesNotContain("aws-sims:");
    assertThat(text()).isEmpty();
  }

  @Test
  void printsWhatWasMeasuredThoughAnotherRecipeCanNotBe() throws IOException {
    assertThat(
            run(
                "--data",
                round(),
                "--protocol",
                "personalize",
                "--recipe",
                "aws-item-attribute-affinity," + ROUND))
        .isEqualTo(2);
    assertThat(text()).contains("next-after-last", "aws-popularity-count");
    assertThat(err.toString()).contains("to measure aws-item-attribute-affinity");
  }

  @Test
  void takesARecipeByItsArn() throws IOException {
    String arn = "arn:aws:personalize:::recipe/aws-popularity-count";
    assertThat(run("--data", round(), "--recipe", arn)).isZero();
    assertThat(text()).contains("aws-popularity-count");
    assertThat(err.toString()).doesNotContain("TIMESTAMP");
  }

  @Test
  void saysThatEventsWithoutTimesAreTakenInOrder() throws IOException {
    Path file = dir.resolve("sessions.csv");
    Files.writeString(file, "SESSION_ID,ITEM_ID\n1,a\n1,b\n1,c\n2,b\n2,c\n2,a\n");
    assertThat(run("--data", file, "--recipe", "aws-popularity-count")).isZero();
    assertThat(err.toString())
        .contains("has no column TIMESTAMP: its events are taken in the order of the file.");
  }

  @Test
  void helpsWithoutAWarning() {
    assertThat(run("--help")).isZero();
    assertThat(text()).contains("its 95 % confidence interval");
    assertThat(err.toString()).isEmpty();
  }

  private Path round() throws IOException {
    return Files.writeString(
        dir.resolve("round.csv"), ratings("userId,movieId,rating,timestamp\n", "\n"));
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThat(run("--data", "nowhere")).isEqualTo(2);
    assertThat(err.toString()).contains("`nowhere` can't be read: there is no `nowhere`.");
  }

  @Test
  void explainsARecommendationWithTitles() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("shop"));
    Files.writeString(
        folder.resolve("ratings.csv"), ratings("userId,movieId,rating,timestamp\n", "\n"));
    Files.writeString(folder.resolve("movies.csv"), "movieId,title\n\"ö,0\",Zero\nitem-1,One\n");
    CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
    assertThat(
            line.execute(
                "explain-recommendation",
                "--data",
                folder.toString(),
                "--user",
                "u3",
                "--top",
                "2",
                "--repeats"))
        .isZero();
    assertThat(text()).contains("because of ", " %)").doesNotContain("as company of");
    assertThat(
            line.execute(
                "explain-recommendation",
                "--data",
                folder.toString(),
                "--user",
                "u5",
                "--recipe",
                "aws-sims",
                "--repeats"))
        .isZero();
    assertThat(text()).contains("as company of Zero, the user's last item, ");
    assertThat(
            line.execute("explain-recommendation", "--data", folder.toString(), "--user", "nobody"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("There is no user `nobody`");
  }

  /** Thirty users who go round seven items, ten steps each. */
  private static String ratings(String header, String end) {
    var csv = new StringBuilder(header);
    for (int user = 0; user < 30; user++) {
      for (int step = 0; step < 10; step++) {
        int item = (user + step) % 7;
        csv.append(
            "u%d,%s,4.5,%d%s"
                .formatted(
                    user, item == 0 ? "\"ö,0\"" : "item-" + item, 1000 + 100 * step + user, end));
      }
    }
    return csv.toString();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int run(Object... words) {
    var line = new java.util.ArrayList<String>(java.util.List.of("evaluate"));
    for (Object word : words) {
      line.add(word.toString());
    }
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(String[]::new));
  }
}
