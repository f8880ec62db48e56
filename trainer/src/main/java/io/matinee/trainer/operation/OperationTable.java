package io.matinee.trainer.operation;

import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.runtime.operation.OperationRecords;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The records of operations, in the database. Thread-safe. */
public final class OperationTable implements OperationRecords {
  private final Database database;

  /** The table of a database. */
  public OperationTable(Database database) {
    this.database = database;
  }

  @Override
  public List<Operation> loadAll() {
    return database.read(
        handle -> handle.createQuery("SELECT * FROM operation").map(OperationTable::read).list());
  }

  @Override
  public Optional<Operation> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM operation WHERE operation_id = :id")
                .bind("id", id)
                .map(OperationTable::read)
                .findFirst());
  }

  @Override
  public void save(Operation operation) {
    database.write(handle -> save(handle, operation));
  }

  /**
   * Keeps an operation within the transaction of a handle; returns how many rows that changed.
   *
   * @throws io.matinee.runtime.error.MatineeException DATASET_VERSION_NOT_FOUND, SPLIT_NOT_FOUND or
   *     MODEL_VERSION_NOT_FOUND when one that begins, or ends well, needs what was deleted
   *     meanwhile
   */
  public static int save(Handle handle, Operation operation) {
    if (operation.state() != OperationState.FAILED) {
      OperationNeeds.of(operation.progress()).require(handle);
    }
    Optional<OperationFailure> failure = operation.failure();
    return handle
        .createUpdate(
            """
            INSERT INTO operation (operation_id, kind, parent, request_id, request_digest, state,
              progress, result, error_reason, error_message, error_details, create_time, update_time)
            VALUES (:id, :kind, :parent, :request, :digest, :state, :progress, :result, :reason,
              :message, :details, :created, :updated)
            ON CONFLICT (operation_id) DO UPDATE SET state = excluded.state,
              progress = excluded.progress, result = excluded.result,
              error_reason = excluded.error_reason, error_message = excluded.error_message,
              error_details = excluded.error_details, update_time = excluded.update_time
            WHERE operation.state <> 'SUCCEEDED'
            """)
        .bind("id", operation.id())
        .bind("kind", operation.kind())
        .bind("parent", operation.parent())
        .bind("request", operation.request().map(RequestKey::id).orElse(null))
        .bind("digest", operation.request().map(RequestKey::digest).orElse(null))
        .bind("state", operation.state().name())
        .bind("progress", operation.progress())
        .bind("result", operation.result())
        .bind("reason", failure.map(why -> why.reason().name()).orElse(null))
        .bind("message", failure.map(OperationFailure::message).orElse(null))
        .bind("details", failure.map(why -> Json.write(why.details())).orElse(null))
        .bind("created", Microseconds.of(operation.createTime()))
        .bind("updated", Microseconds.of(operation.updateTime()))
        .execute();
  }

  @Override
  public void delete(String id) {
    database.write(handle -> handle.execute("DELETE FROM operation WHERE operation_id = ?", id));
  }

  private static Operation read(ResultSet row, StatementContext context) throws SQLException {
    String request = row.getString("request_id");
    return new Operation(
        row.getString("operation_id"),
        row.getString("kind"),
        row.getString("parent"),
        request == null
            ? Optional.empty()
            : RequestKey.of(request, row.getString("request_digest")),
        OperationState.valueOf(row.getString("state")),
        row.getString("progress"),
        row.getString("result"),
        readFailure(row),
        Microseconds.toInstant(row.getLong("create_time")),
        Microseconds.toInstant(row.getLong("update_time")));
  }

  private static Optional<OperationFailure> readFailure(ResultSet row) throws SQLException {
    String reason = row.getString("error_reason");
    return reason == null
        ? Optional.empty()
        : Optional.of(
            new OperationFailure(
                Reason.valueOf(reason),
                row.getString("error_message"),
                Json.readStrings(row.getString("error_details"))));
  }
}
