package dev.maitred.store.jobs;

import dev.maitred.store.jobs.JobStatus.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements on the table {@code job}. */
final class JobTable {
  private JobTable() {}

  static long insert(Handle h, String kind, String subject, Instant now) {
    return h.createUpdate(
            "insert into job (kind, subject, state, created) values (:kind, :subject, 'PENDING', :now)")
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("now", now.toEpochMilli())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Takes the oldest job that waits, is of one of {@code kinds}, and whose subject no other job of
   * its kind has.
   */
  static Optional<JobStatus> claim(Handle h, Collection<String> kinds, String lease, Instant now) {
    return h.createQuery(
            """
            update job set state = 'RUNNING', attempts = attempts + 1, lease = :lease, heartbeat = :now,
              started = :now
            where id = (
              select min(id) from job as waiting
              where state = 'PENDING' and kind in (<kinds>) and not exists (
                select 1 from job as other where other.state = 'RUNNING' and other.kind = waiting.kind
                  and other.subject = waiting.subject))
            returning *
            """)
        .bindList("kinds", List.copyOf(kinds))
        .bind("lease", lease)
        .bind("now", now.toEpochMilli())
        .map(JobTable::status)
        .findOne();
  }

  /** The running jobs that were left behind by processes other than {@code lease}. */
  static List<JobStatus> abandoned(Handle h, String lease) {
    return h.createQuery(
            "select * from job where state = 'RUNNING' and lease <> :lease order by id")
        .bind("lease", lease)
        .map(JobTable::status)
        .list();
  }

  /** Puts a running job back in the queue; {@code attempts} is what it counts from now on. */
  static void requeue(Handle h, long id, int attempts) {
    h.createUpdate(
            "update job set state = 'PENDING', attempts = :attempts, lease = '' where id = :id")
        .bind("attempts", attempts)
        .bind("id", id)
        .execute();
  }

  static void end(Handle h, long id, State state, String failure, Instant now) {
    h.createUpdate(
            """
            update job set state = :state, failure = :failure, ended = :now, lease = '',
              fraction = iif(:state = 'DONE', 1, fraction)
            where id = :id
            """)
        .bind("state", state.name())
        .bind("failure", failure)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  static void heartbeat(Handle h, JobStatus job, Instant now) {
    h.createUpdate(
            "update job set heartbeat = :now, fraction = :fraction, doing = :doing where id = :id")
        .bind("now", now.toEpochMilli())
        .bind("fraction", job.fraction())
        .bind("doing", job.doing())
        .bind("id", job.id())
        .execute();
  }

  static void requestStop(Handle h, long id) {
    h.createUpdate("update job set stopping = 1 where id = :id").bind("id", id).execute();
  }

  static boolean stopRequested(Handle h, long id) {
    return h.createQuery("select stopping from job where id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  /** The newest job about {@code subject}. */
  static Optional<JobStatus> newest(Handle h, String kind, String subject) {
    return h.createQuery(
            "select * from job where kind = :kind and subject = :subject order by id desc limit 1")
        .bind("kind", kind)
        .bind("subject", subject)
        .map(JobTable::status)
        .findOne();
  }

  private static JobStatus status(ResultSet row, StatementContext context) throws SQLException {
    return new JobStatus(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getDouble("fraction"),
        row.getString("doing"),
        row.getString("failure"),
        Instant.ofEpochMilli(row.getLong("created")),
        instant(row, "started"),
        instant(row, "ended"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
