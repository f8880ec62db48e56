package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.time.Clock;
import java.util.List;

/** The evaluations that are attached to versions, in the database. Thread-safe. */
public final class Evaluations {
  private final Database database;
  private final Clock clock;

  /** The evaluations of a database. */
  public Evaluations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Attaches an evaluation; one with the same id is replaced.
   *
   * @throws io.matinee.runtime.error.MatineeException MODEL_VERSION_NOT_FOUND
   */
  public void attach(AttachedEvaluation evaluation) {
    database.write(
        handle -> {
          ModelVersions.require(handle, evaluation.version());
          return handle
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
        });
  }

  /** The evaluations of a version, oldest first. */
  public List<AttachedEvaluation> of(ModelVersionName version) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT evaluation_id, content FROM evaluation WHERE model_id = :model"
                        + " AND version_number = :number ORDER BY attach_time, evaluation_id")
                .bind("model", version.model())
                .bind("number", version.number())
                .map(
                    (row, context) ->
                        new AttachedEvaluation(
                            version, row.getString("evaluation_id"), row.getString("content")))
                .list());
  }
}
