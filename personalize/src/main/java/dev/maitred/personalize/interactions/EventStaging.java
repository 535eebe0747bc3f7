package dev.maitred.personalize.interactions;

import static dev.maitred.personalize.bulk.DuckSession.text;
import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.StreamedEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the events of an Interactions dataset into the table {@code event} of a session, each
 * once: those that are equal in user, item, time, type, value and all columns that are read.
 */
final class EventStaging {
  /** Places of different files are that far apart, and streamed events come after all of them. */
  private static final long FILE_STEP = 1L << 40;

  private static final long STREAMED = 1L << 62;

  private static final FeatureColumn IMPRESSION =
      new FeatureColumn("IMPRESSION", FeatureColumn.Kind.WORDS);
  private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();

  private final DuckSession duck;
  private final TrainingSource.Table table;

  EventStaging(DuckSession duck, TrainingSource.Table table) {
    this.duck = duck;
    this.table = table;
  }

  /** The names of the columns of {@code event} that hold the features of the table, in order. */
  List<String> featureColumns() {
    return IntStream.range(0, table.features().size()).mapToObj(this::staged).toList();
  }

  private String staged(int feature) {
    return switch (table.features().get(feature).name()) {
      case "EVENT_TYPE" -> "type";
      case "EVENT_VALUE" -> "value";
      default -> "feature_" + feature;
    };
  }

  /** The features that the members of an event do not hold, by the columns that they are in. */
  private List<Integer> others() {
    return IntStream.range(0, table.features().size())
        .filter(at -> staged(at).startsWith("feature_"))
        .boxed()
        .toList();
  }

  /**
   * Reads the events that {@code selection} selects.
   *
   * @param upTo the number of the last streamed event to read
   */
  void stage(BulkFiles bulk, EventLog events, EventSelection selection, long upTo)
      throws SQLException {
    duck.execute(
        """
        create table raw (place bigint, user_id varchar, item_id varchar, time bigint,
          type varchar, value float, impression varchar%s)"""
            .formatted(list(at -> staged(at) + " " + table.features().get(at).staged())));
    stageBulk(bulk);
    stageStreamed(events, upTo);
    duck.execute("create table event as " + distinct(selection));
    duck.execute("drop table raw");
  }

  private String list(IntFunction<String> each) {
    return others().stream().map(at -> ", " + each.apply(at)).collect(joining());
  }

  private void stageBulk(BulkFiles bulk) throws SQLException {
    bulk.<Boolean, SQLException>read(
        table.dataset(),
        files -> {
          for (int number = 0; number < files.size(); number++) {
            duck.execute(
                """
                insert into raw
                select %d + file_row_number, USER_ID, ITEM_ID, TIMESTAMP, %s, %s, %s%s
                from read_parquet(%s, file_row_number = true)
                """
                    .formatted(
                        number * FILE_STEP,
                        orNull("EVENT_TYPE"),
                        orNull("EVENT_VALUE"),
                        orNull("IMPRESSION"),
                        list(at -> table.features().get(at).reading()),
                        text(files.get(number).toString())));
          }
          return !files.isEmpty();
        });
  }

  private String orNull(String column) {
    return table.columns().named(column).isPresent() ? column : "null";
  }

  private void stageStreamed(EventLog events, long upTo) throws SQLException {
    long[] place = {STREAMED};
    List<FeatureColumn> others = others().stream().map(table.features()::get).toList();
    try (DuckDBAppender rows = duck.connection().createAppender("raw")) {
      events.<SQLException>forTraining(
          table.dataset(), upTo, event -> append(rows, place[0]++, event, others));
    }
  }

  private static void append(
      DuckDBAppender rows, long place, StreamedEvent event, List<FeatureColumn> features)
      throws SQLException {
    rows.beginRow()
        .append(place)
        .append(event.user())
        .append(event.item())
        .append(event.time())
        .append(event.type())
        .append(event.value());
    JsonNode details =
        event.details().equals("{}") ? NOTHING : JsonMapper.shared().readTree(event.details());
    append(rows, IMPRESSION, details.get(IMPRESSION.name()));
    for (FeatureColumn feature : features) {
      append(rows, feature, details.get(feature.name()));
    }
    rows.endRow();
  }

  private static void append(DuckDBAppender rows, FeatureColumn feature, @Nullable JsonNode value)
      throws SQLException {
    if (value == null || value.isNull()) {
      rows.appendNull();
    } else if (feature.kind() == FeatureColumn.Kind.NUMBER) {
      rows.append(value.asDouble());
    } else {
      rows.append(value.asString());
    }
  }

  private String distinct(EventSelection selection) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    selection.type().ifPresent(type -> conditions.add("lower(type) = lower(" + text(type) + ")"));
    selection.threshold().ifPresent(least -> conditions.add("value >= " + least));
    String others = list(this::staged);
    return """
        select min(place) as place, user_id, item_id, time, type, value,
          arg_min(impression, place) as impression%s from raw
        where %s group by user_id, item_id, time, type, value%s"""
        .formatted(others, String.join(" and ", conditions), others);
  }
}
