package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The operations that are known: all in memory, each in its record. Reading is thread-safe; adding
 * and forgetting is for one thread at a time.
 */
final class KeptOperations {
  private static final Logger LOG = Logger.getLogger(KeptOperations.class);

  private final OperationNames names;
  private final OperationRecords records;
  private final Retention retention;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** Loads what the records keep. */
  KeptOperations(OperationNames names, OperationRecords records, Retention retention) {
    this.names = names;
    this.records = records;
    this.retention = retention;
    records.loadAll().forEach(kept -> entries.put(kept.id(), new Entry(kept)));
  }

  Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw MatineeException.of(
              Reason.OPERATION_NOT_FOUND, "There is no operation " + names.of(id) + ".")
          .with("operation", names.of(id));
    }
    return entry;
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Stream<Operation> all() {
    return entries.values().stream().map(Entry::operation);
  }

  /** Records a new operation, then shows it. */
  Entry add(Operation operation) {
    records.save(operation);
    Entry entry = new Entry(operation);
    entries.put(operation.id(), entry);
    return entry;
  }

  void save(Operation operation) {
    records.save(operation);
  }

  /** Returns an operation as its record says that it has ended well; empty when none says so. */
  Optional<Operation> recordedSuccess(String id) {
    try {
      return records.find(id).filter(record -> record.state() == OperationState.SUCCEEDED);
    } catch (RuntimeException unread) {
      LOG.warnf(unread, "whether %s was recorded is known after the next start", names.of(id));
      return Optional.empty();
    }
  }

  /** Records the failure of an operation, then shows it, also where it cannot be recorded. */
  void fail(Entry entry, OperationFailure failure, Instant now) {
    Operation failed = entry.operation().failed(failure, now);
    try {
      records.save(failed);
    } catch (RuntimeException unsaved) {
      LOG.warnf(
          unsaved,
          "after a restart %s will be lost, not %s",
          names.of(failed.id()),
          failure.reason());
    }
    entry.show(failed);
  }

  void delete(String id) {
    records.delete(id);
    entries.remove(id);
  }

  /** Forgets the operations whose time is over, and returns them. */
  List<Operation> forgetExpired(Instant now) {
    List<Operation> expired = retention.expired(all().toList(), now);
    expired.forEach(this::forget);
    return expired;
  }

  private void forget(Operation expired) {
    try {
      records.delete(expired.id());
    } catch (RuntimeException undeleted) {
      LOG.warnf(undeleted, "the record of %s stays until the next start", names.of(expired.id()));
    }
    entries.remove(expired.id());
  }
}
