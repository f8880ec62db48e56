package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Records that outlive their operations, though not the test, on a disk that may be full. */
final class MemoryRecords implements OperationRecords {
  final Map<String, Operation> kept = new ConcurrentHashMap<>();
  final AtomicInteger wholeLoads = new AtomicInteger();
  volatile boolean full;
  volatile Runnable saving = () -> {};

  /** Returns an operation as it is recorded. */
  Operation record(String id) {
    return Objects.requireNonNull(kept.get(id), id);
  }

  @Override
  public List<Operation> loadAll() {
    wholeLoads.incrementAndGet();
    return List.copyOf(kept.values());
  }

  @Override
  public Optional<Operation> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public void save(Operation operation) {
    saving.run();
    if (full) {
      throw MatineeException.of(Reason.STORAGE_FULL, "The disk is full.");
    }
    kept.put(operation.id(), operation);
  }

  @Override
  public void delete(String id) {
    kept.remove(id);
  }
}
