package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the slot to what the alias points at: builds beside the model that answers, warms, swaps,
 * and tries again when a load fails. All state belongs to one thread, the scheduler's.
 */
final class Loads<T extends AutoCloseable> {
  private static final Logger LOG = Logger.getLogger(Loads.class);

  private final SharedModels<T> models;
  private final SnapshotStore snapshots;
  private final CurrentFile current;
  private final ModelState<T> state;
  private final Backoff backoff;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private Optional<Target> wanted = Optional.empty();
  private boolean fromRegistry;
  private @Nullable ScheduledFuture<?> retry;

  Loads(
      SharedModels<T> models,
      SnapshotStore snapshots,
      CurrentFile current,
      ModelState<T> state,
      Backoff backoff,
      ScheduledExecutorService scheduler,
      Clock clock) {
    this.models = models;
    this.snapshots = snapshots;
    this.current = current;
    this.state = state;
    this.backoff = backoff;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Begins with what was loaded last, as far as the cache still has it. */
  void start() {
    scheduler.execute(this::remember);
  }

  /** Goes for another target; none clears the slot. */
  void want(Optional<Target> target) {
    scheduler.execute(
        () -> {
          if (!fromRegistry || !target.equals(wanted)) {
            fromRegistry = true;
            wanted = target;
            backoff.reset();
            pursue();
          }
        });
  }

  /** Loads anew what is damaged; until then no call is answered from it. */
  void replace(LoadedModel<T> damaged) {
    scheduler.execute(
        () -> {
          models.forget(damaged);
          if (state.refuse(damaged)) {
            backoff.reset();
            pursue();
          }
        });
  }

  /** Fetches anew what is damaged in the cache alone, beside the model that answers. */
  void mend(LoadedModel<T> sound) {
    scheduler.execute(
        () -> {
          try {
            snapshots.mend(sound.target(), models.reader().roles());
          } catch (RuntimeException failure) {
            LOG.warnf("the cache stays damaged: %s", LoadFailures.explain(failure).getMessage());
          }
        });
  }

  /** Pursues the target anew after a pause; a step on the way has failed. */
  void restart() {
    pursueIn(backoff.next());
  }

  private void remember() {
    try {
      Optional<Target> last = current.read().map(Note::target);
      if (!fromRegistry && last.isPresent()) {
        wanted = last;
        state.remembered(last.get());
        pursue();
      }
    } catch (IOException unreadable) {
      LOG.warnf(unreadable, "cannot read what was loaded last");
    }
  }

  private void pursue() {
    if (retry != null) {
      retry.cancel(false);
    }
    if (wanted.isEmpty()) {
      clear();
    } else if (!wanted.map(Target::version).equals(state.slot().version())) {
      attempt(wanted.get());
    }
  }

  private void clear() {
    try {
      current.delete();
    } catch (IOException failure) {
      LOG.warnf(failure, "cannot forget what was loaded last");
    }
    state.clear();
  }

  private void attempt(Target target) {
    long start = System.nanoTime();
    try {
      LoadedModel<T> next = load(target);
      backoff.reset();
      state.loaded(next, clock.instant(), Duration.ofNanos(System.nanoTime() - start));
      LOG.infof("%s answers from now on", target.version());
      remember(next);
    } catch (RuntimeException | Error failure) {
      failed(target, LoadFailures.explain(failure));
    }
  }

  private LoadedModel<T> load(Target target) {
    return models
        .find(target)
        .orElseGet(() -> models.load(target, snapshots.open(target, models.reader().roles())));
  }

  private void remember(LoadedModel<T> loaded) {
    try {
      snapshots.remember(
          current, new Note(loaded.target(), models.reader().derived(loaded.model())));
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "cannot tidy the cache");
    }
  }

  private void failed(Target target, MatineeException why) {
    Duration wait = backoff.next();
    if (why.reason() == Reason.INTERNAL) {
      LOG.errorf(why, "cannot load %s", target.version());
    }
    LOG.warnf(
        "%s is not loaded: %s %s (%s); again in %d ms",
        target.version(), why.reason(), why.getMessage(), why.getCause(), wait.toMillis());
    state.failed(
        new FailedLoad(
            target.version(), clock.instant(), why.reason(), String.valueOf(why.getMessage())));
    pursueIn(wait);
  }

  private void pursueIn(Duration wait) {
    retry = scheduler.schedule(this::pursue, wait.toNanos(), TimeUnit.NANOSECONDS);
  }
}
