package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.liveness.OwnedScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The model that an alias points at, ready to answer calls: downloaded, verified, built and warmed
 * beside the one before, and swapped in at once. A version is freed when its last lease ends. While
 * the registry is away the loaded version goes on, and a start goes on from the cache. Thread safe.
 *
 * @param <T> what answers calls
 */
public final class Following<T extends AutoCloseable> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Following.class);
  private final String alias;
  private final Duration longestLoad;
  private final OwnedScheduler watching =
      new OwnedScheduler("following-watch", this::beginWatchAnew);
  private final OwnedScheduler loading = new OwnedScheduler("following-load", this::beginLoadAnew);
  private final OwnedScheduler checking = new OwnedScheduler("following-check");
  private final ModelState<T> state;
  private final AliasWatch watch;
  private final Loads<T> loads;
  private final IntegrityCheck<T> check;
  private @Nullable Long stopTime;

  /**
   * Makes a follower that has not begun.
   *
   * @param alias the resource name of the alias that is followed
   * @param models what the process has loaded
   * @param cache the cache that snapshots come from
   * @param longestLoad how long a stop waits for a load in progress
   * @param random the source of jitter
   */
  Following(
      String alias,
      SharedModels<T> models,
      RegistryClient registry,
      SnapshotStore snapshots,
      FollowConfiguration configuration,
      CacheConfiguration cache,
      Duration longestLoad,
      Clock clock,
      RandomGenerator random) {
    this.alias = alias;
    this.longestLoad = longestLoad;
    this.state = new ModelState<>(alias, new Hearing(clock, configuration.staleAfter()));
    this.watch =
        new AliasWatch(
            alias,
            registry,
            configuration,
            backoff(configuration, random),
            watching,
            new Watched());
    this.loads =
        new Loads<>(
            models,
            snapshots,
            new CurrentFile(cache.directory(), alias),
            state,
            backoff(configuration, random),
            loading,
            clock);
    this.check =
        new IntegrityCheck<>(
            state.slot(),
            new Inspection<>(models.reader(), snapshots),
            cache,
            checking,
            clock,
            this::inspected);
  }

  /** Begins to follow: with the cache, and with the registry as soon as it is heard. */
  public void start() {
    loads.start();
    watch.start();
    check.start();
  }

  /** Returns the resource name of the alias that is followed. */
  public String alias() {
    return alias;
  }

  /**
   * Leases the loaded model.
   *
   * @throws MatineeException MODEL_NOT_READY when there is none, BLOB_CORRUPT while a damaged one
   *     is being loaded again
   */
  public Lease<T> acquire() {
    return state.slot().acquire();
  }

  /**
   * Leases the loaded model, provided that it is the pinned version.
   *
   * @param pinnedVersion the resource name that the request pins; empty for any
   * @throws MatineeException MODEL_NOT_READY when none is loaded, VERSION_NOT_LOADED when another
   *     is, BLOB_CORRUPT while a damaged one is being loaded again
   */
  public Lease<T> acquire(String pinnedVersion) {
    Lease<T> lease = acquire();
    if (pinnedVersion.isEmpty() || pinnedVersion.equals(lease.version())) {
      return lease;
    }
    lease.close();
    throw MatineeException.of(
            Reason.VERSION_NOT_LOADED,
            "%s is not loaded; %s has %s".formatted(pinnedVersion, alias, lease.version()))
        .with("model_version", pinnedVersion)
        .with("loaded_version", lease.version());
  }

  /** Leases the loaded model, if it is this version. */
  Optional<Lease<T>> find(String version) {
    return state.slot().find(version);
  }

  /** Has what answers inspected soon: a call met what may come of a damaged file. */
  public void suspect() {
    check.suspect();
  }

  /** Returns what is loaded and what should be. */
  public FollowingStatus status() {
    return state.status();
  }

  /** Has something run on the thread that watches the registry, as soon as it comes to it. */
  public void whenWatching(Runnable task) {
    watching.execute(task);
  }

  /** Has a listener called at each change from now on. */
  public void listen(FollowingListener listener) {
    state.listen(listener);
  }

  /**
   * Stops to follow, and lets go of the model; waits for a load in progress, as long as was allowed
   * from when it was first told to {@link #stop}.
   */
  @Override
  public void close() {
    long left = stop() + longestLoad.toNanos() - System.nanoTime();
    try {
      loading.awaitTermination(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to stop, once, and returns when that was, by the system's nanosecond time. */
  synchronized long stop() {
    if (stopTime == null) {
      stopTime = System.nanoTime();
      endThreads();
    }
    return stopTime;
  }

  private void endThreads() {
    checking.shutdownNow();
    watching.execute(
        () -> {
          watch.stop();
          watching.shutdownNow();
        });
    loading.execute(
        () -> {
          state.clear();
          loading.shutdownNow();
        });
  }

  private void inspected(LoadedModel<T> model, Damage damage, Instant time) {
    state.inspected(time, damage.blobs());
    if (damage.isNone()) {
      return;
    }
    LOG.errorf("%s is damaged on this machine: %s", model.version(), damage.text());
    if (damage.isInUse()) {
      loads.replace(model);
    } else {
      loads.mend(model);
    }
  }

  private static Backoff backoff(FollowConfiguration configuration, RandomGenerator random) {
    return new Backoff(configuration.shortestRetry(), configuration.longestRetry(), random);
  }

  private void beginWatchAnew() {
    watch.restart();
  }

  private void beginLoadAnew() {
    loads.restart();
  }

  private final class Watched implements AliasWatch.Listener {
    @Override
    public void connected(boolean connected) {
      state.connected(connected);
    }

    @Override
    public void points(Optional<Target> target) {
      state.target(target);
      loads.want(target);
    }
  }
}
