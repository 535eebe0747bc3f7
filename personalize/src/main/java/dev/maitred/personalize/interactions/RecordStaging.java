package dev.maitred.personalize.interactions;

import static dev.maitred.personalize.bulk.DuckSession.text;
import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.recommend.Features;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the records of an Items or Users dataset into a table of a session, each id once: the
 * newest record of an id is the one that counts.
 */
final class RecordStaging {
  private static final long FILE_STEP = 1L << 40;

  private final DuckSession duck;
  private final String name;
  private final String idColumn;
  private final TrainingSource.Table table;

  /**
   * @param name the name of the table that {@link #stage} makes
   */
  RecordStaging(DuckSession duck, String name, String idColumn, TrainingSource.Table table) {
    this.duck = duck;
    this.name = name;
    this.idColumn = idColumn;
    this.table = table;
  }

  /** Makes the table, with the column {@code id} and one for each feature. */
  void stage(BulkFiles bulk) throws SQLException {
    bulk.<Boolean, SQLException>read(
        table.dataset(),
        files -> {
          duck.execute("create table " + name + " as " + newest(files));
          return true;
        });
  }

  private String newest(List<Path> files) {
    if (files.isEmpty()) {
      return "select null::varchar as id" + features(at -> "null::" + feature(at).staged());
    }
    String records =
        IntStream.range(0, files.size())
            .mapToObj(number -> records(number, files.get(number)))
            .collect(joining(" union all "));
    return "select * exclude (place) from (%s) qualify %s = 1"
        .formatted(records, "row_number() over (partition by id order by place desc)");
  }

  private String records(int number, Path file) {
    return "select %d + file_row_number as place, %s as id%s from read_parquet(%s, %s)"
        .formatted(
            number * FILE_STEP,
            idColumn,
            features(at -> feature(at).reading()),
            text(file.toString()),
            "file_row_number = true");
  }

  private String features(IntFunction<String> each) {
    return IntStream.range(0, table.features().size())
        .mapToObj(at -> ", " + each.apply(at) + " as feature_" + at)
        .collect(joining());
  }

  private FeatureColumn feature(int at) {
    return table.features().get(at);
  }

  /**
   * What is known of numbered ids; nothing of those without a record.
   *
   * @param numbers the table with their numbers from 0
   * @param rows how many numbers there are
   */
  Features features(String numbers, int rows) throws SQLException {
    var columns = new FeatureRows(table.features(), rows);
    duck.<SQLException>query(
        "select n.number%s from %s n left join %s r on r.id = n.id order by n.number"
            .formatted(names("r."), numbers, name),
        row -> columns.add(row, 2));
    return columns.features();
  }

  private String names(String prefix) {
    return IntStream.range(0, table.features().size())
        .mapToObj(at -> ", " + prefix + "feature_" + at)
        .collect(joining());
  }

  /** Everything that is known, as texts. */
  Profiles.Rows profiles() throws SQLException {
    List<String> ids = new ArrayList<>();
    List<String> profiles = new ArrayList<>();
    String texts =
        IntStream.range(0, table.features().size())
            .mapToObj(at -> ", " + asText(at))
            .collect(joining());
    duck.<SQLException>query(
        "select id%s from %s where id is not null order by id".formatted(texts, name),
        row -> {
          Map<String, String> known = new TreeMap<>();
          for (int at = 0; at < table.features().size(); at++) {
            String value = row.getString(at + 2);
            if (value != null && !value.isEmpty()) {
              known.put(feature(at).name(), value);
            }
          }
          ids.add(row.getString(1));
          profiles.add(JsonMapper.shared().writeValueAsString(known));
        });
    return new Profiles.Rows(ids, profiles);
  }

  /** A whole number is written as one. */
  private String asText(int at) {
    String column = "feature_" + at;
    return feature(at).kind() == FeatureColumn.Kind.NUMBER
        ? "regexp_replace(cast(%s as varchar), '\\.0$', '')".formatted(column)
        : column;
  }
}
