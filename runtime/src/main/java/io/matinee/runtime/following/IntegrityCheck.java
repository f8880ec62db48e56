package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Inspects the model that answers, now and then and as soon as a call met what may be damage. The
 * first is done at a bounded rate, the second as fast as can be, but not twice within seconds. One
 * that fails goes to the scheduler's owner, and the next one comes all the same.
 *
 * @param <T> what answers calls
 */
final class IntegrityCheck<T extends AutoCloseable> {
  private static final Logger LOG = Logger.getLogger(IntegrityCheck.class);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final long MEGABYTE = 1_000_000;

  private final ModelSlot<T> slot;
  private final Inspection<T> inspection;
  private final CacheConfiguration configuration;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final Listener<T> listener;
  private final AtomicBoolean suspected = new AtomicBoolean();
  private volatile long calmUntil = System.nanoTime();

  /** What is told about inspections, on the scheduler's thread. */
  interface Listener<T extends AutoCloseable> {
    /** All was read, and this is damaged of it; maybe nothing. */
    void inspected(LoadedModel<T> model, Damage damage, Instant time);
  }

  /** Makes a check that has not begun; the scheduler has one thread. */
  IntegrityCheck(
      ModelSlot<T> slot,
      Inspection<T> inspection,
      CacheConfiguration configuration,
      ScheduledExecutorService scheduler,
      Clock clock,
      Listener<T> listener) {
    this.slot = slot;
    this.inspection = inspection;
    this.configuration = configuration;
    this.scheduler = scheduler;
    this.clock = clock;
    this.listener = listener;
  }

  /** Begins to inspect now and then. */
  void start() {
    scheduler.schedule(
        this::inspectAndGoOn, configuration.checkInterval().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Inspects soon. Thread safe. */
  void suspect() {
    if (suspected.compareAndSet(false, true)) {
      scheduler.schedule(this::inspect, calmUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private void inspectAndGoOn() {
    try {
      inspect();
    } finally {
      start();
    }
  }

  private void inspect() {
    boolean urgent = suspected.getAndSet(false);
    try (Lease<T> lease = slot.acquire()) {
      LoadedModel<T> loaded = lease.loaded();
      ReadPace pace =
          new ReadPace(
              configuration.checkMegabytesPerSecond() * MEGABYTE,
              () -> urgent || suspected.get(),
              () -> slot.holds(loaded));
      Damage damage = inspection.of(loaded, pace);
      if (damage.isNone()) {
        calmUntil = System.nanoTime() + CALM.toNanos();
      }
      listener.inspected(loaded, damage, clock.instant());
    } catch (MatineeException nothingAnswers) {
      LOG.debugf("nothing to inspect: %s", nothingAnswers.getMessage());
    } catch (CancellationException superfluous) {
      LOG.debugf("the inspection was ended: %s", superfluous.getMessage());
    } catch (Error failure) {
      // It only reads, so nothing is left undone for which the process would have to end.
      throw new IllegalStateException("cannot inspect what is loaded", failure);
    }
  }
}
