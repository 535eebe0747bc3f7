package dev.maitred.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void tellsTheWholeStoryAndBeatsPopularity() {
    assertThat(demo()).as(() -> out + "\n" + err).isZero();
    assertThat(out.toString())
        .contains("allowed: it is ACTIVE")
        .contains("is not authorized to perform: personalize:DeleteCampaign on resource: arn:aws:")
        .contains(
            "because no identity-based policy allows the personalize:DeleteCampaign action",
            "PersonalizeReadOnly")
        .contains("./maitred serve");
    Matcher ndcg =
        Pattern.compile("normalized_discounted_cumulative_gain_at_25 +([0-9.]+) +([0-9.]+)")
            .matcher(out.toString());
    assertThat(ndcg.find()).isTrue();
    assertThat(Double.parseDouble(ndcg.group(1)))
        .isGreaterThan(2 * Double.parseDouble(ndcg.group(2)));
  }

  @Test
  void takesAMovieLensFileWithTheTitlesBesideIt() throws IOException {
    Path ratings = folder.resolve("ratings.csv");
    Files.writeString(ratings, "\uFEFF" + movieLens());
    Files.writeString(
        folder.resolve("movies.csv"),
        IntStream.rangeClosed(0, 100)
            .mapToObj(film -> film + ",\"Way %d, The (1995)\",Drama|Comedy".formatted(film))
            .collect(joining("\n", "movieId,title,genres\n", "\n")));
    assertThat(demo("--data", ratings.toString())).as(() -> out + "\n" + err).isZero();
    assertThat(out.toString()).containsPattern("Way \\d+, The").contains("2,400 interactions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b,c\\n1,2,3                                  | begins with `a,b,c`; the columns userId
          ''                                             | is empty; the columns userId
          a\u001bb,c\\n1,2                               | begins with `a?b,c`; the columns userId
          userId,movieId,rating,timestamp\\n1,2,4.0,noon | line 2
          """)
  void refusesAFileThatItCanNotRead(String content, String says) throws IOException {
    Path file = folder.resolve("in.csv");
    Files.writeString(file, content.replace("\\n", "\n"));
    assertThat(demo("--data", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("The story stops here").contains(says);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(demo("--data", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no `" + folder.resolve("none.csv") + "`");
  }

  /** Small data in MovieLens's form, made of the small shop's interactions. */
  private static String movieLens() {
    return SmallShop.csv()
        .lines()
        .skip(1)
        .map(line -> line.replace("u", "").replace("i", "").split(","))
        .map(line -> line[0] + "," + line[1] + ",4.0," + line[2])
        .reduce("userId,movieId,rating,timestamp", (a, b) -> a + "\n" + b);
  }

  private int demo(String... more) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] words = new String[more.length + 1];
    words[0] = "demo";
    System.arraycopy(more, 0, words, 1, more.length);
    return commandLine.execute(words);
  }
}
