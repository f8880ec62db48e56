package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one reference to the model that answers calls. Thread safe, without locks. */
final class ModelSlot<T extends AutoCloseable> {
  private final AtomicReference<@Nullable LoadedModel<T>> current = new AtomicReference<>();

  /** Leases the model; MODEL_NOT_READY when there is none. */
  Lease<T> acquire() {
    while (true) {
      LoadedModel<T> loaded = current.get();
      if (loaded == null) {
        throw MatineeException.of(
            Reason.MODEL_NOT_READY, "no model version is loaded yet; try again later");
      }
      if (loaded.hold()) {
        return new Lease<>(loaded);
      }
    }
  }

  /** Returns the loaded version's resource name. */
  Optional<String> version() {
    return Optional.ofNullable(current.get()).map(LoadedModel::version);
  }

  /** Lets a model answer from now on; the one before is freed when its last lease ends. */
  void swap(LoadedModel<T> next) {
    release(current.getAndSet(next));
  }

  /** Lets no model answer. */
  void clear() {
    release(current.getAndSet(null));
  }

  private static <T extends AutoCloseable> void release(@Nullable LoadedModel<T> previous) {
    if (previous != null) {
      previous.release();
    }
  }
}
