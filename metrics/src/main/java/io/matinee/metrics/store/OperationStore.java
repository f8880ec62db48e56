package io.matinee.metrics.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Operations that have no evaluation: those that wait or run, and those that failed. Each lies in a
 * JSON file of its own that is whole or absent. Thread-safe.
 */
public final class OperationStore {
  private final JsonFiles<StoredOperation> files;

  private OperationStore(JsonFiles<StoredOperation> files) {
    this.files = files;
  }

  /** Opens the store of a folder, which is made when it is not there. */
  public static OperationStore open(Path folder) {
    return new OperationStore(JsonFiles.open(folder, StoredOperation.class));
  }

  /**
   * Keeps an operation; when this returns it outlives a crash.
   *
   * @throws io.matinee.runtime.error.MatineeException STORAGE_FULL when there is no room for it
   */
  public synchronized void put(StoredOperation operation) {
    files.write(operation.id(), operation);
  }

  /** Forgets an operation. */
  public synchronized void remove(String id) {
    files.delete(id);
  }

  /** Returns all operations, oldest first. */
  public synchronized List<StoredOperation> oldestFirst() {
    return files.readAll().stream()
        .sorted(Comparator.comparing(StoredOperation::startTime).thenComparing(StoredOperation::id))
        .toList();
  }
}
