package io.matinee.trainer.operation;

import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table of operations. Stateless; each call works in the transaction of its handle. */
final class OperationStore {
  private static final String COLUMNS =
      "operation_id, kind, target, state, progress, result, error_reason, error_message,"
          + " error_details, create_time, update_time";

  private OperationStore() {}

  static void insert(Handle handle, Operation operation, @Nullable String requestId) {
    handle
        .createUpdate(
            "INSERT INTO operation (operation_id, kind, target, request_id, state, progress,"
                + " result, create_time, update_time)"
                + " VALUES (:id, :kind, :target, :request, :state, :progress, '', :time, :time)")
        .bind("id", operation.id())
        .bind("kind", operation.kind().name())
        .bind("target", operation.target())
        .bind("request", requestId)
        .bind("state", operation.state().name())
        .bind("progress", operation.progress())
        .bind("time", Microseconds.of(operation.createTime()))
        .execute();
  }

  static Optional<Operation> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM operation WHERE operation_id = :id")
        .bind("id", id)
        .map(OperationStore::read)
        .findOne();
  }

  static Optional<Operation> findByRequest(Handle handle, OperationKind kind, String requestId) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + " FROM operation WHERE kind = :kind AND request_id = :request")
        .bind("kind", kind.name())
        .bind("request", requestId)
        .map(OperationStore::read)
        .findOne();
  }

  static List<Operation> listBefore(Handle handle, String id, int limit) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM operation WHERE :id = '' OR (create_time, operation_id) <"
                + " (SELECT create_time, operation_id FROM operation WHERE operation_id = :id)"
                + " ORDER BY create_time DESC, operation_id DESC LIMIT :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map(OperationStore::read)
        .list();
  }

  static List<Operation> active(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM operation WHERE state = 'ACTIVE'")
        .map(OperationStore::read)
        .list();
  }

  /** Forgets the ended operations beyond the newest. */
  static void forgetEnded(Handle handle, int kept) {
    handle
        .createUpdate(
            "DELETE FROM operation WHERE state <> 'ACTIVE' AND (create_time, operation_id) <="
                + " (SELECT create_time, operation_id FROM operation WHERE state <> 'ACTIVE'"
                + " ORDER BY create_time DESC, operation_id DESC LIMIT 1 OFFSET :kept)")
        .bind("kept", kept)
        .execute();
  }

  /** Ends an active operation; one that has ended stays as it is. */
  static boolean end(
      Handle handle,
      String id,
      String progress,
      String result,
      @Nullable OperationError error,
      Instant now) {
    return handle
            .createUpdate(
                "UPDATE operation SET state = :state, progress = :progress, result = :result,"
                    + " error_reason = :reason, error_message = :message, error_details = :details,"
                    + " update_time = :time WHERE operation_id = :id AND state = 'ACTIVE'")
            .bind(
                "state", (error == null ? OperationState.SUCCEEDED : OperationState.FAILED).name())
            .bind("progress", progress)
            .bind("result", result)
            .bind("reason", error == null ? null : error.reason().name())
            .bind("message", error == null ? null : error.message())
            .bind("details", error == null ? null : Json.write(error.details()))
            .bind("time", Microseconds.of(now))
            .bind("id", id)
            .execute()
        == 1;
  }

  private static Operation read(ResultSet row, StatementContext context) throws SQLException {
    return new Operation(
        row.getString("operation_id"),
        OperationKind.valueOf(row.getString("kind")),
        row.getString("target"),
        OperationState.valueOf(row.getString("state")),
        row.getString("progress"),
        row.getString("result"),
        readError(row),
        Microseconds.toInstant(row.getLong("create_time")),
        Microseconds.toInstant(row.getLong("update_time")));
  }

  private static @Nullable OperationError readError(ResultSet row) throws SQLException {
    String reason = row.getString("error_reason");
    if (reason == null) {
      return null;
    }
    Map<String, String> details = Json.readStrings(row.getString("error_details"));
    return new OperationError(Reason.valueOf(reason), row.getString("error_message"), details);
  }
}
