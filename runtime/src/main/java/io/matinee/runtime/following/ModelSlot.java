package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one reference to the model that answers calls. Thread safe, without locks. */
final class ModelSlot<T extends AutoCloseable> {
  private final String alias;
  private final AtomicReference<@Nullable LoadedModel<T>> current = new AtomicReference<>();
  private volatile Optional<String> damaged = Optional.empty();

  /** Makes an empty slot for what an alias points at. */
  ModelSlot(String alias) {
    this.alias = alias;
  }

  /** Leases the model; MODEL_NOT_READY, or BLOB_CORRUPT for a damaged one, when there is none. */
  Lease<T> acquire() {
    while (true) {
      LoadedModel<T> loaded = current.get();
      if (loaded == null) {
        throw absence();
      }
      if (loaded.hold()) {
        return new Lease<>(loaded);
      }
    }
  }

  /** Leases the model, if it is this version. */
  Optional<Lease<T>> find(String version) {
    LoadedModel<T> loaded = current.get();
    return loaded != null && loaded.version().equals(version) && loaded.hold()
        ? Optional.of(new Lease<>(loaded))
        : Optional.empty();
  }

  /** Returns the loaded version's resource name. */
  Optional<String> version() {
    return Optional.ofNullable(current.get()).map(LoadedModel::version);
  }

  /** Returns whether it is this model that answers. */
  boolean holds(LoadedModel<T> model) {
    return current.get() == model;
  }

  /** Lets a model answer from now on; the one before is freed when its last lease ends. */
  void swap(LoadedModel<T> next) {
    release(current.getAndSet(next));
  }

  /**
   * Lets a damaged model answer no longer, and no other in its place for now.
   *
   * @return whether it was this one that answered
   */
  boolean refuse(LoadedModel<T> model) {
    if (!holds(model)) {
      return false;
    }
    damaged = Optional.of(model.version());
    release(current.getAndSet(null));
    return true;
  }

  /** Lets no model answer. */
  void clear() {
    damaged = Optional.empty();
    release(current.getAndSet(null));
  }

  private MatineeException absence() {
    return damaged
        .map(
            version ->
                MatineeException.of(
                    Reason.BLOB_CORRUPT,
                    version + " is damaged here and is being loaded again; try again later"))
        .orElseGet(
            () ->
                MatineeException.of(
                        Reason.MODEL_NOT_READY,
                        "no model version is loaded yet; try again later, or point %s at one"
                            .formatted(alias))
                    .with("alias", alias));
  }

  private static <T extends AutoCloseable> void release(@Nullable LoadedModel<T> previous) {
    if (previous != null) {
      previous.release();
    }
  }
}
