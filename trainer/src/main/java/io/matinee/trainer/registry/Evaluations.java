package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The evaluations that are attached to versions, in the database: of each version the newest
 * {@value #KEPT}. Thread-safe.
 */
public final class Evaluations {
  /** How many evaluations of a version are kept. */
  public static final int KEPT = 16;

  private final Database database;
  private final Clock clock;

  /** The evaluations of a database. */
  public Evaluations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Attaches an evaluation; one with the same id is replaced, and the oldest ones beyond those that
   * are kept go.
   *
   * @throws io.matinee.runtime.error.MatineeException MODEL_VERSION_NOT_FOUND
   */
  public void attach(AttachedEvaluation evaluation) {
    database.write(
        handle -> {
          ModelVersions.require(handle, evaluation.version());
          handle
              .createUpdate(
                  "INSERT INTO evaluation"
                      + " (model_id, version_number, evaluation_id, content, attach_time)"
                      + " VALUES (:model, :number, :id, :content, :time)"
                      + " ON CONFLICT (model_id, version_number, evaluation_id)"
                      + " DO UPDATE SET content = excluded.content")
              .bind("model", evaluation.version().model())
              .bind("number", evaluation.version().number())
              .bind("id", evaluation.id())
              .bind("content", evaluation.content())
              .bind("time", Microseconds.of(clock.instant()))
              .execute();
          return forgetOldest(handle, evaluation.version());
        });
  }

  /** The newest evaluations of a version, oldest first; what is larger than allowed is left out. */
  public List<AttachedEvaluation> of(ModelVersionName version) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT evaluation_id, content FROM evaluation WHERE model_id = :model"
                            + " AND version_number = :number AND octet_length(content) <= :bytes"
                            + " ORDER BY attach_time DESC, evaluation_id DESC LIMIT :kept")
                    .bind("model", version.model())
                    .bind("number", version.number())
                    .bind("bytes", AttachedEvaluation.MAXIMUM_BYTES)
                    .bind("kept", KEPT)
                    .map(
                        (row, context) ->
                            new AttachedEvaluation(
                                version, row.getString("evaluation_id"), row.getString("content")))
                    .list())
        .reversed();
  }

  private static int forgetOldest(Handle handle, ModelVersionName version) {
    return handle
        .createUpdate(
            "DELETE FROM evaluation WHERE model_id = :model AND version_number = :number"
                + " AND evaluation_id NOT IN (SELECT evaluation_id FROM evaluation"
                + " WHERE model_id = :model AND version_number = :number"
                + " ORDER BY attach_time DESC, evaluation_id DESC LIMIT :kept)")
        .bind("model", version.model())
        .bind("number", version.number())
        .bind("kept", KEPT)
        .execute();
  }
}
