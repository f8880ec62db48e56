package io.matinee.metrics.store;

import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The operations, each in a JSON file of its own.
 *
 * @param files the files
 */
public record OperationFiles(JsonFiles<Operation> files) implements OperationRecords {
  /** Opens those of a folder, which is made when it is not there. */
  public static OperationFiles open(Path folder) {
    return new OperationFiles(JsonFiles.open(folder, Operation.class));
  }

  @Override
  public List<Operation> loadAll() {
    return files.readAll();
  }

  @Override
  public Optional<Operation> find(String id) {
    return files.read(id);
  }

  @Override
  public void save(Operation operation) {
    files.write(operation.id(), operation);
  }

  @Override
  public void delete(String id) {
    files.delete(id);
  }
}
