package io.matinee.trainer.registry;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.Batches;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The evaluations, in the database: of each subject the newest {@value #KEPT}. One that is kept
 * never changes. Thread-safe.
 */
public final class Evaluations {
  /** How many evaluations of a subject are kept. */
  public static final int KEPT = 100;

  private static final String SELECT =
      "SELECT evaluation_id, model_id, version_number, protocol_digest, content, attach_time"
          + " FROM evaluation WHERE ";

  private final Database database;
  private final Clock clock;

  /** The evaluations of a database. */
  public Evaluations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps an evaluation, and lets the oldest of its subject go beyond those that are kept.
   *
   * @return what is kept under the id: when it was there before, as it was
   * @throws MatineeException MODEL_VERSION_NOT_FOUND; EVALUATION_EXISTS when the id is that of
   *     another subject or protocol
   */
  public EvaluationRecord attach(EvaluationContent content) {
    return database.write(
        handle -> {
          ModelVersions.require(handle, content.subject());
          Optional<EvaluationRecord> kept = find(handle, content.id());
          if (kept.isPresent()) {
            return kept.filter(there -> there.content().repeats(content))
                .orElseThrow(() -> exists(content.id()));
          }
          EvaluationRecord added = new EvaluationRecord(content, Microseconds.now(clock));
          add(handle, added);
          forgetOldest(handle, content.subject());
          return added;
        });
  }

  /**
   * Returns the evaluation with an id.
   *
   * @throws MatineeException EVALUATION_NOT_FOUND
   */
  public EvaluationRecord get(String id) {
    return database.read(handle -> find(handle, id)).orElseThrow(() -> notFound(id));
  }

  /**
   * Returns evaluations, newest first, which are read a few at a time: one may have half a
   * megabyte.
   *
   * @param after the last one that was listed before; empty for the newest
   * @param room of the page that they are for
   */
  public Batches<EvaluationRecord> list(
      EvaluationFilter filter, Optional<EvaluationPosition> after, PageRoom room) {
    return Batches.of(
        room,
        (last, limit) -> list(filter, last.map(EvaluationPosition::of).or(() -> after), limit));
  }

  private List<EvaluationRecord> list(
      EvaluationFilter filter, Optional<EvaluationPosition> after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "(:model = '' OR model_id = :model)"
                        + " AND (:number = 0 OR version_number = :number)"
                        + " AND (:digest = '' OR protocol_digest = :digest)"
                        + " AND (attach_time < :time OR attach_time = :time AND evaluation_id < :id)"
                        + " ORDER BY attach_time DESC, evaluation_id DESC LIMIT :limit")
                .bind("model", filter.model())
                .bind("number", filter.versionNumber())
                .bind("digest", filter.protocolDigest())
                .bind("time", after.map(EvaluationPosition::microseconds).orElse(Long.MAX_VALUE))
                .bind("id", after.map(EvaluationPosition::id).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  private static Optional<EvaluationRecord> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + "evaluation_id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  private static void add(Handle handle, EvaluationRecord evaluation) {
    EvaluationContent content = evaluation.content();
    handle
        .createUpdate(
            "INSERT INTO evaluation (evaluation_id, model_id, version_number, protocol_digest,"
                + " content, attach_time) VALUES (:id, :model, :number, :digest, :content, :time)")
        .bind("id", content.id())
        .bind("model", content.subject().model())
        .bind("number", content.subject().number())
        .bind("digest", content.protocolDigest())
        .bind("content", content.json())
        .bind("time", Microseconds.of(evaluation.attachTime()))
        .execute();
  }

  private static void forgetOldest(Handle handle, ModelVersionName subject) {
    handle
        .createUpdate(
            "DELETE FROM evaluation WHERE model_id = :model AND version_number = :number"
                + " AND evaluation_id NOT IN (SELECT evaluation_id FROM evaluation"
                + " WHERE model_id = :model AND version_number = :number"
                + " ORDER BY attach_time DESC, evaluation_id DESC LIMIT :kept)")
        .bind("model", subject.model())
        .bind("number", subject.number())
        .bind("kept", KEPT)
        .execute();
  }

  private static EvaluationRecord read(ResultSet row) throws SQLException {
    ModelVersionName subject =
        new ModelVersionName(row.getString("model_id"), row.getLong("version_number"));
    Instant attachTime = Microseconds.toInstant(row.getLong("attach_time"));
    return new EvaluationRecord(
        new EvaluationContent(
            row.getString("evaluation_id"),
            subject,
            row.getString("protocol_digest"),
            row.getString("content")),
        attachTime);
  }

  private static MatineeException exists(String id) {
    return about(
        Reason.EVALUATION_EXISTS,
        "evaluations/%s is there, of another subject or by another protocol; use another id",
        id);
  }

  private static MatineeException notFound(String id) {
    return about(Reason.EVALUATION_NOT_FOUND, "there is no evaluations/%s", id);
  }

  private static MatineeException about(Reason reason, String message, String id) {
    return MatineeException.of(reason, message.formatted(Excerpt.of(id)))
        .with("evaluation", "evaluations/" + id);
  }
}
