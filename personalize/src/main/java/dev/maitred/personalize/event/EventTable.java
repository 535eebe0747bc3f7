package dev.maitred.personalize.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code personalize_event}. */
final class EventTable {
  private EventTable() {}

  static long insert(Handle h, StreamedEvent event) {
    return h.createUpdate(
            """
            insert into personalize_event
              (dataset, user, session, item, type, value, time, event_id, details)
            values (:dataset, :user, :session, :item, :type, :value, :time, :eventId, :details)
            """)
        .bind("dataset", event.dataset())
        .bind("user", event.user())
        .bind("session", event.session())
        .bind("item", event.item())
        .bind("type", event.type())
        .bind("value", event.value())
        .bind("time", event.time())
        .bind("eventId", event.eventId())
        .bind("details", event.details())
        .executeAndReturnGeneratedKeys("number")
        .mapTo(Long.class)
        .one();
  }

  static long newest(Handle h, String dataset) {
    return h.createQuery(
            "select coalesce(max(number), 0) from personalize_event where dataset = :dataset")
        .bind("dataset", dataset)
        .mapTo(Long.class)
        .one();
  }

  /** The newest events of a user, newest first. */
  static List<RecentEvent> recent(Handle h, String dataset, String who, int limit) {
    return h.createQuery(
            """
            select number, item, type, value from personalize_event
            where dataset = :dataset and who = :who order by number desc limit :limit
            """)
        .bind("dataset", dataset)
        .bind("who", who)
        .bind("limit", limit)
        .map(EventTable::recent)
        .list();
  }

  /** The user of a session is the one of its newest event that has one. */
  static <X extends Exception> void forTraining(
      Handle h, String dataset, long upTo, EventLog.EachEvent<X> each) throws X {
    try (Stream<StreamedEvent> events =
        h
            .createQuery(
                """
                select e.dataset, coalesce(e.user, s.user) as user, e.session, e.item, e.type,
                  e.value, e.time, e.event_id, e.details
                from personalize_event e
                left join (
                  select session, user, max(number) from personalize_event
                  where dataset = :dataset and user is not null and number <= :upTo
                  group by session) s on e.user is null and s.session = e.session
                where e.dataset = :dataset and e.number <= :upTo
                  and coalesce(e.user, s.user) is not null
                  and not exists (
                    select 1 from personalize_event first where first.dataset = e.dataset
                      and first.event_id = e.event_id and first.number < e.number)
                order by e.number
                """)
            .bind("dataset", dataset)
            .bind("upTo", upTo)
            .map(EventTable::event)
            .stream()) {
      for (Iterator<StreamedEvent> all = events.iterator(); all.hasNext(); ) {
        each.event(all.next());
      }
    }
  }

  /** The numbers are the table's own order, so that what is old is not looked at. */
  static <X extends Exception> long since(
      Handle h, String dataset, long number, EventLog.EachEvent<X> each) throws X {
    long newest =
        h.createQuery("select coalesce(max(number), 0) from personalize_event")
            .mapTo(Long.class)
            .one();
    try (Stream<StreamedEvent> events =
        h
            .createQuery(
                """
                select e.* from personalize_event e
                where e.number > :number and e.number <= :newest and +e.dataset = :dataset
                  and not exists (
                    select 1 from personalize_event first where first.dataset = e.dataset
                      and first.event_id = e.event_id and first.number < e.number)
                order by e.number
                """)
            .bind("number", number)
            .bind("newest", newest)
            .bind("dataset", dataset)
            .map(EventTable::event)
            .stream()) {
      for (Iterator<StreamedEvent> all = events.iterator(); all.hasNext(); ) {
        each.event(all.next());
      }
    }
    return Math.max(number, newest);
  }

  private static RecentEvent recent(ResultSet row, StatementContext context) throws SQLException {
    return new RecentEvent(
        row.getLong("number"), row.getString("item"), row.getString("type"), value(row));
  }

  private static StreamedEvent event(ResultSet row, StatementContext context) throws SQLException {
    return new StreamedEvent(
        row.getString("dataset"),
        row.getString("user"),
        row.getString("session"),
        row.getString("item"),
        row.getString("type"),
        value(row),
        row.getLong("time"),
        row.getString("event_id"),
        row.getString("details"));
  }

  private static @Nullable Float value(ResultSet row) throws SQLException {
    float value = row.getFloat("value");
    return row.wasNull() ? null : value;
  }
}
