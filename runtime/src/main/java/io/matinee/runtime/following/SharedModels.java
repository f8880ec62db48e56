package io.matinee.runtime.following;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models that a process has loaded: each version once, however many followers answer from it,
 * and each follower holds it. They are built and warmed one at a time, so that the versions of
 * several aliases take the memory and the cores of one load; those that wait are downloaded, and
 * have their catalogues in memory. Thread safe.
 *
 * @param <T> what answers calls
 */
final class SharedModels<T extends AutoCloseable> {
  private final ModelReader<T> reader;
  private final Map<Target, LoadedModel<T>> open = new ConcurrentHashMap<>();

  SharedModels(ModelReader<T> reader) {
    this.reader = reader;
  }

  ModelReader<T> reader() {
    return reader;
  }

  /** Returns the model of a version that is loaded; the caller has become one of its holders. */
  Optional<LoadedModel<T>> find(Target target) {
    return Optional.ofNullable(open.get(target)).filter(LoadedModel::hold);
  }

  /**
   * Builds and warms a version, unless another follower has done so meanwhile; the caller has
   * become one of its holders.
   *
   * @param opened what to build it from; closed here when it is not needed any more
   */
  synchronized LoadedModel<T> load(Target target, CachedSnapshot opened) {
    Optional<LoadedModel<T>> there = find(target);
    if (there.isPresent()) {
      opened.close();
      return there.get();
    }
    LoadedModel<T> built = build(target, opened);
    open.put(target, built);
    return built;
  }

  /** Gives a model to no other follower: it is damaged, or closed. */
  void forget(LoadedModel<T> model) {
    open.remove(model.target(), model);
  }

  private LoadedModel<T> build(Target target, CachedSnapshot opened) {
    T model;
    try {
      model = reader.load(opened.snapshot(), target.version());
    } catch (RuntimeException | Error failure) {
      opened.close();
      throw failure;
    }
    LoadedModel<T> loaded = new LoadedModel<>(model, opened, target, this::forget);
    try {
      reader.warm(model);
    } catch (RuntimeException | Error failure) {
      loaded.release();
      throw failure;
    }
    return loaded;
  }
}
