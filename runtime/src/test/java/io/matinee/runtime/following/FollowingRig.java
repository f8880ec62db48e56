package io.matinee.runtime.following;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.model.v1.ReaderKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A follower of a registry over a socket, and what it tells. */
final class FollowingRig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Longer than any test is let go on. */
  private static final Duration LONGEST_LOAD = Duration.ofHours(1);

  final TestModel.Reader reader;
  final SnapshotStore snapshots;
  final Following<TestModel> following;
  private final int port;
  private final CacheConfiguration cache;
  private final SharedModels<TestModel> models;
  private final ManagedChannel channel;
  private final ReaderReports reports;
  private final LinkedBlockingQueue<FollowingStatus> changes = new LinkedBlockingQueue<>();

  private final LinkedBlockingQueue<List<String>> inspections = new LinkedBlockingQueue<>();

  FollowingRig(int port, Path cache) {
    this(port, cache, Duration.ofSeconds(45), Clock.systemUTC());
  }

  FollowingRig(int port, Path cache, Duration heartbeatTimeout, Clock clock) {
    this(port, cacheIn(cache), heartbeatTimeout, clock);
  }

  /** Makes a follower that inspects what it has loaded all the time. */
  static FollowingRig inspecting(int port, Path cache) {
    return new FollowingRig(
        port,
        new Cache(cache, Duration.ofMillis(1), Duration.ZERO, 1),
        Duration.ofSeconds(45),
        Clock.systemUTC());
  }

  FollowingRig(int port, CacheConfiguration cache, Duration heartbeatTimeout, Clock clock) {
    this(
        "production",
        port,
        cache,
        heartbeatTimeout,
        clock,
        new SharedModels<>(new TestModel.Reader()),
        Optional.empty());
  }

  private FollowingRig(
      String alias,
      int port,
      CacheConfiguration cache,
      Duration heartbeatTimeout,
      Clock clock,
      SharedModels<TestModel> models,
      Optional<SnapshotStore> shared) {
    this.port = port;
    this.cache = cache;
    this.models = models;
    reader = (TestModel.Reader) models.reader();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    RegistryClient registry = new RegistryClient(channel, new Registry(port));
    snapshots = shared.orElseGet(() -> snapshots(cache, registry));
    following =
        new Following<>(
            "models/movies/aliases/" + alias,
            models,
            registry,
            snapshots,
            new Follow(heartbeatTimeout),
            cache,
            LONGEST_LOAD,
            clock,
            new SplittableRandom(7));
    reports =
        new ReaderReports(
            registry,
            "test-" + alias,
            () -> ReaderStatuses.of(ReaderKind.READER_KIND_SERVING, List.of(following.status())),
            () -> following.status().registry().connected());
    following.listen(reports);
    following.listen(
        new FollowingListener() {
          @Override
          public void changed(FollowingStatus status) {
            changes.add(status);
          }

          @Override
          public void inspected(Instant time, List<String> damagedBlobs) {
            inspections.add(damagedBlobs);
          }
        });
    following.start();
  }

  /** Follows another alias of the same registry, with the same cache and what is loaded here. */
  FollowingRig beside(String alias) {
    return new FollowingRig(
        alias,
        port,
        cache,
        Duration.ofSeconds(45),
        Clock.systemUTC(),
        models,
        Optional.of(snapshots));
  }

  private static SnapshotStore snapshots(CacheConfiguration cache, RegistryClient registry) {
    return new SnapshotStore(
        cache,
        Stream.of("production", "candidate")
            .map(alias -> new CurrentFile(cache.directory(), "models/movies/aliases/" + alias))
            .toList(),
        new Upkeep(cache.directory()),
        new DerivedFolders(cache.directory(), Clock.systemUTC()),
        registry,
        Clock.systemUTC());
  }

  /** Has what answers inspected. */
  void suspect() {
    forgetChanges();
    following.suspect();
  }

  /** Lets {@link #await} look at the present status and at those to come, at none before. */
  void forgetChanges() {
    changes.clear();
  }

  /** Waits for a status that fits, however many come that do not. */
  FollowingStatus await(Predicate<FollowingStatus> fits) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      FollowingStatus status = following.status();
      while (!fits.test(status)) {
        FollowingStatus next = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          throw new AssertionError("did not come; the status is " + following.status());
        }
        status = next;
      }
      return status;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** Returns a score of what answers. */
  float score() {
    try (Lease<TestModel> lease = following.acquire()) {
      return lease.model().score();
    }
  }

  /** Waits until a version answers. */
  FollowingStatus awaitLoaded(String version) {
    return await(status -> status.loadedVersion().equals(Optional.of(version)));
  }

  /** Waits for an inspection that found exactly these blobs damaged. */
  void awaitDamaged(String... blobs) {
    try {
      List<String> found;
      do {
        found = inspections.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (found == null) {
          throw new AssertionError("no inspection found damage of " + List.of(blobs));
        }
      } while (!found.equals(List.of(blobs)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    following.close();
    reports.close();
    channel.shutdownNow();
  }

  record Registry(int port) implements RegistryConfiguration {
    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public Duration keepaliveTime() {
      return PATIENCE;
    }

    @Override
    public Duration keepaliveTimeout() {
      return PATIENCE;
    }

    @Override
    public Duration callDeadline() {
      return PATIENCE;
    }

    @Override
    public Duration lookupDeadline() {
      return PATIENCE;
    }

    @Override
    public Duration downloadDeadline() {
      return PATIENCE;
    }
  }

  /** Returns the configuration of a cache that is seldom inspected. */
  static CacheConfiguration cacheIn(Path directory) {
    return new Cache(directory, Duration.ofHours(1), Duration.ZERO, 1);
  }

  /** Returns the configuration of a cache that keeps what is not in use for a while. */
  static CacheConfiguration cacheIn(Path directory, Duration retention, int unusedMegabytes) {
    return new Cache(directory, Duration.ofHours(1), retention, unusedMegabytes);
  }

  private record Cache(
      Path directory, Duration checkInterval, Duration retention, int unusedMegabytes)
      implements CacheConfiguration {
    @Override
    public int checkMegabytesPerSecond() {
      return 1;
    }
  }

  private record Follow(Duration heartbeatTimeout) implements FollowConfiguration {
    @Override
    public String model() {
      return "movies";
    }

    @Override
    public List<String> aliases() {
      return List.of("production");
    }

    @Override
    public Duration staleAfter() {
      return Duration.ofSeconds(60);
    }

    @Override
    public Duration shortestRetry() {
      return Duration.ofMillis(10);
    }

    @Override
    public Duration longestRetry() {
      return Duration.ofMillis(50);
    }
  }
}
