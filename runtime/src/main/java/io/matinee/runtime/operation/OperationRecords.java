package io.matinee.runtime.operation;

import java.util.List;
import java.util.Optional;

/** What of operations outlives the process. Used by many threads, at most one per operation. */
public interface OperationRecords {
  /** Returns all operations that are kept, in any order. */
  List<Operation> loadAll();

  /** Returns an operation; empty when none of the id is kept. */
  Optional<Operation> find(String id);

  /**
   * Keeps an operation in place of what was kept under its id; when this returns it outlives a
   * crash. One that has ended well stays as it is.
   *
   * @throws io.matinee.runtime.error.MatineeException STORAGE_FULL when there is no room for it
   */
  void save(Operation operation);

  /** Forgets an operation; one that is not there stays away. */
  void delete(String id);
}
