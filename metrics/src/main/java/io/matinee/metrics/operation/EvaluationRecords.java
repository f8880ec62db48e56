package io.matinee.metrics.operation;

import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.JsonFiles;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationRecords;
import io.matinee.runtime.operation.OperationState;
import java.util.List;

/**
 * The operations of evaluations, each in a JSON file of its own. One whose evaluation was stored
 * before its process died has ended well.
 *
 * @param files the files
 * @param store the evaluations
 * @param text how operations keep them
 */
public record EvaluationRecords(
    JsonFiles<Operation> files, EvaluationStore store, EvaluationText text)
    implements OperationRecords {
  @Override
  public List<Operation> loadAll() {
    return files.readAll().stream().map(this::asStored).toList();
  }

  @Override
  public void save(Operation operation) {
    files.write(operation.id(), operation);
  }

  @Override
  public void delete(String id) {
    files.delete(id);
  }

  private Operation asStored(Operation operation) {
    return operation.state() == OperationState.ACTIVE
        ? store
            .find(operation.id())
            .map(made -> operation.succeeded(text.of(made), made.createTime()))
            .orElse(operation)
        : operation;
  }
}
