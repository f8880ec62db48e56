package io.matinee.runtime.following;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use a model until the lease is closed. The model stays open for as long, also when
 * another version is swapped in meanwhile. Closing twice does nothing. Thread safe.
 *
 * @param <T> what answers calls
 */
public final class Lease<T extends AutoCloseable> implements AutoCloseable {
  private final LoadedModel<T> loaded;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes over a hold of the model. */
  Lease(LoadedModel<T> loaded) {
    this.loaded = loaded;
  }

  /** Returns the model; not to be used after the lease is closed. */
  public T model() {
    return loaded.model();
  }

  /** Returns the version's resource name, for the reply's {@code model_version}. */
  public String version() {
    return loaded.version();
  }

  LoadedModel<T> loaded() {
    return loaded;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      loaded.release();
    }
  }
}
