package io.matinee.runtime.following;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A watch of an alias that begins anew whenever it breaks or falls silent. All state belongs to one
 * thread, the scheduler's.
 */
final class AliasWatch {
  private static final Logger LOG = Logger.getLogger(AliasWatch.class);

  private final RegistryClient registry;
  private final String alias;
  private final Duration heartbeatTimeout;
  private final Backoff backoff;
  private final ScheduledExecutorService scheduler;
  private final Listener listener;
  private int attempt;
  private Runnable cancel = () -> {};
  private @Nullable ScheduledFuture<?> silence;

  /**
   * Makes a watch that has not begun.
   *
   * @param alias the alias's resource name
   * @param scheduler an executor with one thread, on which the listener is called
   */
  AliasWatch(
      String alias,
      RegistryClient registry,
      FollowConfiguration configuration,
      Backoff backoff,
      ScheduledExecutorService scheduler,
      Listener listener) {
    this.registry = registry;
    this.alias = alias;
    this.heartbeatTimeout = configuration.heartbeatTimeout();
    this.backoff = backoff;
    this.scheduler = scheduler;
    this.listener = listener;
  }

  /** What a watch tells. */
  interface Listener {
    /** The registry is heard, or no longer heard. */
    void connected(boolean connected);

    /** The alias points at a version, or at nothing; may repeat what is known. */
    void points(Optional<Target> target);
  }

  /** Begins to watch. */
  void start() {
    scheduler.execute(this::connect);
  }

  /** Ends the watch for good; the scheduler is shut down by its owner. */
  void stop() {
    attempt++;
    cancel.run();
  }

  /** Begins anew after a pause; a step of this watch has failed. */
  void restart() {
    broken(attempt, "a step failed");
  }

  private void connect() {
    cancel.run();
    int mine = ++attempt;
    cancel = registry.watch(alias, new Relay(mine));
    awaitSign(mine);
  }

  private void heard(int from) {
    if (from == attempt) {
      backoff.reset();
      listener.connected(true);
      awaitSign(from);
    }
  }

  private void awaitSign(int mine) {
    stopAwaiting();
    silence =
        scheduler.schedule(
            () -> broken(mine, "no sign of life"),
            heartbeatTimeout.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void stopAwaiting() {
    if (silence != null) {
      silence.cancel(false);
    }
  }

  private void broken(int from, String why) {
    if (from != attempt) {
      return;
    }
    attempt++;
    stopAwaiting();
    cancel.run();
    listener.connected(false);
    Duration wait = backoff.next();
    LOG.infof("watch of %s broke (%s); again in %d ms", alias, why, wait.toMillis());
    scheduler.schedule(this::connect, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Brings what one attempt hears to the scheduler's thread. */
  private final class Relay implements RegistryClient.Listener {
    private final int mine;

    Relay(int mine) {
      this.mine = mine;
    }

    @Override
    public void points(Optional<Target> target) {
      scheduler.execute(
          () -> {
            heard(mine);
            if (mine == attempt) {
              listener.points(target);
            }
          });
    }

    @Override
    public void alive() {
      scheduler.execute(() -> heard(mine));
    }

    @Override
    public void ended(@Nullable Throwable failure) {
      String why = failure == null ? "ended by the registry" : told(failure);
      scheduler.execute(() -> broken(mine, why));
    }

    /** With its cause, which alone says of a connection why there is none. */
    private static String told(Throwable failure) {
      Throwable cause = failure.getCause();
      String message = String.valueOf(failure.getMessage());
      return cause == null ? message : message + ": " + cause.getMessage();
    }
  }
}
