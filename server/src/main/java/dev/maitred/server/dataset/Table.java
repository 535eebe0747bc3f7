package dev.maitred.server.dataset;

import dev.maitred.server.IoReason;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values with a header, in UTF-8, plain or gzip, with or without a byte
 * order mark, whatever its line ends. MovieLens' older files without a header ({@code u.data} with
 * tabs, {@code ratings.dat} with {@code ::}) are read as if they had {@link #RATINGS}.
 */
public final class Table {
  private static final int SHOWN = 80;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_FIRST_LINE = 1 << 16;
  private static final String[] RATINGS = {"userId", "movieId", "rating", "timestamp"};

  private final Path file;
  private final List<String> names;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private Table(Path file, List<String> names) {
    this.file = file;
    this.names = names;
    for (int at = 0; at < names.size(); at++) {
      places.putIfAbsent(folded(names.get(at)), at);
    }
  }

  /** One line of a table. */
  public final class Row {
    private final CSVRecord cells;

    private Row(CSVRecord cells) {
      this.cells = cells;
    }

    /** A cell without blanks around it. */
    public String cell(int place) {
      return cells.get(place).strip();
    }

    /** What is wrong with this line. */
    public Unreadable wrong(String what) {
      return new Unreadable("`%s`, line %d: %s.".formatted(file, line(), what));
    }

    private long line() {
      return cells.getParser().getCurrentLineNumber();
    }
  }

  /** What to do with a table. */
  public interface Reader {
    /** Looks at the columns and answers what to do with each row. */
    Consumer<Row> begin(Table table);
  }

  /**
   * Reads a file from top to bottom.
   *
   * @throws Unreadable if that can't be done
   */
  public static void read(Path file, Reader reader) {
    try (CSVParser csv = open(file)) {
      Table table = new Table(file, csv.getHeaderNames());
      Consumer<Row> rows = reader.begin(table);
      for (CSVRecord line : csv) {
        table.read(line, rows);
      }
    } catch (CharacterCodingException e) {
      throw new Unreadable("`%s` is not UTF-8.".formatted(file));
    } catch (IOException e) {
      throw new Unreadable("`%s` can't be read: %s.".formatted(file, IoReason.of(e)));
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof CharacterCodingException
          ? new Unreadable("`%s` is not UTF-8.".formatted(file))
          : new Unreadable("`%s` can't be read: %s.".formatted(file, IoReason.of(cause)));
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new Unreadable("`%s` is no CSV: %s.".formatted(file, e.getMessage()));
    }
  }

  private void read(CSVRecord line, Consumer<Row> rows) {
    Row row = new Row(line);
    if (line.size() != names.size()) {
      throw row.wrong(
          "it has %d cells, and the header names %d columns".formatted(line.size(), names.size()));
    }
    rows.accept(row);
  }

  /** The names of the columns as the file has them. */
  List<String> names() {
    return names;
  }

  /** The place of the first of these columns that there is, in whatever letters. */
  public Optional<Integer> place(List<String> candidates) {
    return candidates.stream()
        .map(Table::folded)
        .filter(places::containsKey)
        .findFirst()
        .map(places::get);
  }

  /** What is wrong with the columns. */
  public Unreadable lacks(String expected) {
    return new Unreadable(
        "`%s` %s; %s."
            .formatted(file, names.isEmpty() ? "is empty" : "begins with " + shown(), expected));
  }

  /** Names from a file that may be anything, made fit for a terminal. */
  private String shown() {
    String text = String.join(",", names).replaceAll("\\p{Cntrl}|\\P{Print}", "?");
    return "`" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "`";
  }

  /** {@code userId} and {@code USER_ID} are one name. */
  private static String folded(String name) {
    return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static CSVParser open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    var reader =
        new BufferedReader(
            new InputStreamReader(plain(bytes), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return format(reader).parse(reader);
  }

  private static InputStream plain(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private static CSVFormat format(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_FIRST_LINE);
    var start = new char[LONGEST_FIRST_LINE / 2];
    int read = reader.read(start);
    reader.reset();
    String line = read <= 0 ? "" : new String(start, 0, read).lines().findFirst().orElse("");
    var csv = CSVFormat.DEFAULT.builder();
    for (String delimiter : List.of("::", "\t")) {
      if (line.matches("\\S+" + delimiter + "\\S+" + delimiter + "[0-9.]+" + delimiter + "\\d+")) {
        return csv.setDelimiter(delimiter).setHeader(RATINGS).get();
      }
    }
    return csv.setHeader().setSkipHeaderRecord(true).get();
  }

  /** The places of all columns but some. */
  List<Integer> placesBeside(List<Integer> taken) {
    var rest = new ArrayList<Integer>();
    for (int at = 0; at < names.size(); at++) {
      if (!taken.contains(at)) {
        rest.add(at);
      }
    }
    return rest;
  }
}
