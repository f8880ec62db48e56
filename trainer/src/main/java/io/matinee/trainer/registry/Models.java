package io.matinee.trainer.registry;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The models, in the database, each change with an audit record. A model is made by its first
 * version, so that a failed run and a mistyped name leave none. Thread-safe.
 */
public final class Models {
  private static final String SELECT =
      "SELECT model_id, display_name, etag, create_time, update_time FROM model";

  private final Database database;
  private final Clock clock;

  /** Returns the models of a database. */
  public Models(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns a model.
   *
   * @throws MatineeException MODEL_NOT_FOUND
   */
  public Model get(ModelName name) {
    return database.read(handle -> find(handle, name)).orElseThrow(() -> notFound(name));
  }

  /** Returns the models by id: those behind {@code after}, at most {@code limit}. */
  public List<Model> list(String after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " WHERE model_id > :after ORDER BY model_id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(Models::read)
                .list());
  }

  /**
   * Changes a model.
   *
   * @param expected what its etag must be now
   * @param change makes of the present model the one that is to be
   * @param reason why, for the audit
   * @throws MatineeException MODEL_NOT_FOUND, or ETAG_MISMATCH
   */
  public Model update(
      ModelName name, ExpectedEtag expected, UnaryOperator<Model> change, String reason) {
    return database.write(
        handle -> {
          Model before = find(handle, name).orElseThrow(() -> notFound(name));
          expected.require(before.etag(), "model", name.toString());
          Model after =
              change.apply(before).changed(UUID.randomUUID().toString(), Microseconds.now(clock));
          write(handle, after);
          audit(handle, before, after, reason);
          return after;
        });
  }

  /** Makes a model within a transaction, unless it is there. */
  static void ensure(Handle handle, ModelName name, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO model (model_id, display_name, etag, create_time, update_time)"
                + " VALUES (:model, '', :etag, :time, :time) ON CONFLICT (model_id) DO NOTHING")
        .bind("model", name.model())
        .bind("etag", UUID.randomUUID().toString())
        .bind("time", Microseconds.of(now))
        .execute();
  }

  private static Optional<Model> find(Handle handle, ModelName name) {
    return handle
        .createQuery(SELECT + " WHERE model_id = :model")
        .bind("model", name.model())
        .map(Models::read)
        .findOne();
  }

  private static void write(Handle handle, Model model) {
    handle
        .createUpdate(
            "UPDATE model SET display_name = :display, etag = :etag, update_time = :time"
                + " WHERE model_id = :model")
        .bind("model", model.name().model())
        .bind("display", model.displayName())
        .bind("etag", model.etag())
        .bind("time", Microseconds.of(model.updateTime()))
        .execute();
  }

  private static void audit(Handle handle, Model before, Model after, String reason) {
    handle
        .createUpdate(
            "INSERT INTO model_audit (etag, model_id, display_name_before, display_name_after,"
                + " reason, change_time) VALUES (:etag, :model, :before, :after, :reason, :time)")
        .bind("etag", after.etag())
        .bind("model", after.name().model())
        .bind("before", before.displayName())
        .bind("after", after.displayName())
        .bind("reason", reason)
        .bind("time", Microseconds.of(after.updateTime()))
        .execute();
  }

  private static Model read(ResultSet row, StatementContext context) throws SQLException {
    return new Model(
        new ModelName(row.getString("model_id")),
        row.getString("display_name"),
        row.getString("etag"),
        Microseconds.toInstant(row.getLong("create_time")),
        Microseconds.toInstant(row.getLong("update_time")));
  }

  private static MatineeException notFound(ModelName name) {
    return MatineeException.of(
            Reason.MODEL_NOT_FOUND,
            "There is no %s; its first version makes it (TrainModel).".formatted(name))
        .with("model", name.toString());
  }
}
