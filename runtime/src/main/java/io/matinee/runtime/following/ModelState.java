package io.matinee.runtime.following;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a follower has loaded and what it should have. The slot that calls are answered from, the
 * status that says so, and the listeners that hear it change together, one change at a time: what a
 * listener is told is true for as long as its call lasts. Thread safe; calls and questions never
 * wait for a change.
 *
 * @param <T> what answers calls
 */
final class ModelState<T extends AutoCloseable> {
  private final ModelSlot<T> slot;
  private final List<FollowingListener> listeners = new CopyOnWriteArrayList<>();
  private final Hearing hearing;
  private volatile FollowingStatus status;

  /**
   * Makes a state without a model.
   *
   * @param alias the alias that is followed
   */
  ModelState(String alias, Hearing hearing) {
    this.slot = new ModelSlot<>(alias);
    this.status = FollowingStatus.initial(alias);
    this.hearing = hearing;
  }

  /** Returns what calls are answered from. It is changed by this class alone. */
  ModelSlot<T> slot() {
    return slot;
  }

  /** Returns what is loaded and what should be. */
  FollowingStatus status() {
    return hearing.tell(status);
  }

  /** Has a listener called from now on. */
  void listen(FollowingListener listener) {
    listeners.add(listener);
  }

  /** The registry is heard, or no longer. */
  void connected(boolean connected) {
    if (connected) {
      hearing.heard();
    }
    change(before -> before.connected(connected));
  }

  /** The registry said what the alias points at. */
  void target(Optional<Target> target) {
    change(before -> before.target(target.map(Target::version)));
  }

  /** Nothing was heard from the registry yet, and this was loaded last. */
  void remembered(Target target) {
    change(before -> before.targetKnown() ? before : before.target(Optional.of(target.version())));
  }

  /** Lets a model answer from now on; to load it took so long. */
  synchronized void loaded(LoadedModel<T> model, Instant now, Duration took) {
    slot.swap(model);
    change(before -> before.loaded(model.description(now)));
    tell(listener -> listener.loaded(model.version(), took));
  }

  /** Lets no model answer. */
  synchronized void clear() {
    slot.clear();
    change(FollowingStatus::unloaded);
  }

  /** Lets a damaged model answer no longer; returns whether it did answer. */
  synchronized boolean refuse(LoadedModel<T> damaged) {
    boolean answered = slot.refuse(damaged);
    if (answered) {
      change(FollowingStatus::unloaded);
    }
    return answered;
  }

  /** A load failed; what answered before goes on. */
  synchronized void failed(FailedLoad failure) {
    change(before -> before.failed(failure));
    tell(listener -> listener.failed(failure));
  }

  /** What answers was read again. */
  synchronized void inspected(Instant time, List<String> damagedBlobs) {
    tell(listener -> listener.inspected(time, damagedBlobs));
  }

  private synchronized void change(UnaryOperator<FollowingStatus> step) {
    FollowingStatus before = status;
    FollowingStatus after = step.apply(before);
    if (!after.equals(before)) {
      status = after;
      FollowingStatus told = hearing.tell(after);
      tell(listener -> listener.changed(told));
    }
  }

  /** One that fails keeps neither the others from hearing nor the follower from its work. */
  private void tell(Consumer<FollowingListener> news) {
    for (FollowingListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException bug) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
      }
    }
  }
}
