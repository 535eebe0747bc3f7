import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out every Java file below the current folder as google-java-format does. With {@code
 * --check} it changes nothing, names the files that differ, and exits with 1 if there is one.
 */
public final class Format {
  private static final Formatter FORMATTER =
      new Formatter(
          JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean check = List.of(arguments).contains("--check");
    int differing = 0;
    for (Path file : javaFiles()) {
      String before = Files.readString(file);
      String after = formatted(file, before);
      if (!after.equals(before)) {
        differing++;
        System.err.println((check ? "not formatted: " : "formatted: ") + file);
        if (!check) {
          Files.writeString(file, after);
        }
      }
    }
    if (check && differing > 0) {
      System.err.println("Run `./maitred format`.");
      System.exit(1);
    }
  }

  private static String formatted(Path file, String source) throws FormatterException {
    try {
      String imports =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(imports);
    } catch (FormatterException e) {
      System.err.println(file + ": " + e.getMessage());
      throw e;
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
