package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.testing.FakeRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners are told is true while they are told it. */
class ListenerTest {
  private static final int SWAPS = 60;

  @TempDir Path folder;
  private FakeRegistry registry;
  private FollowingRig rig;
  private Witness witness;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
    rig = new FollowingRig(registry.port(), folder.resolve("cache"));
    witness = new Witness(rig.following);
    rig.following.listen(witness);
  }

  @AfterEach
  void stop() {
    rig.close();
    registry.close();
  }

  @Test
  void hearsEachStateWhileItIsTrueHoweverFastTheAliasMoves() {
    List<String> versions = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      versions.add(registry.publishTiny(seed));
    }
    for (int swap = 0; swap < SWAPS; swap++) {
      registry.setAlias(versions.get(swap % versions.size()));
      rig.reader.refusing = swap % 5 == 0;
      if (swap % 7 == 0) {
        registry.clearAlias();
      }
      if (swap % 20 == 0) {
        registry.stop();
        registry.restart();
      }
    }
    rig.reader.refusing = false;
    String last = registry.publishTiny(99);
    registry.setAlias(last);
    rig.awaitLoaded(last);
    rig.close();

    assertThat(witness.lies).isEmpty();
    assertThat(witness.told.loadedVersion()).as("after the end").isEmpty();
    assertThat(rig.following.status().answers()).isFalse();
  }

  @Test
  void aListenerThatFailsKeepsNobodyFromHearingAndNoVersionFromAnswering() {
    rig.close();
    rig = new FollowingRig(registry.port(), folder.resolve("cache"));
    rig.following.listen(
        new FollowingListener() {
          @Override
          public void changed(FollowingStatus status) {
            throw new IllegalStateException("a bug of a listener");
          }

          @Override
          public void loaded(String version, Duration took) {
            throw new IllegalStateException("a bug of a listener");
          }
        });
    Witness behind = new Witness(rig.following);
    rig.following.listen(behind);

    String version = registry.publishTiny(1);
    registry.setAlias(version);

    assertThat(rig.awaitLoaded(version).lastFailedLoad()).isEmpty();
    registry.awaitReport(report -> report.getLoaded().getModelVersion().equals(version));
    rig.close();

    assertThat(behind.loads).containsExactly(version);
    assertThat(behind.lies).isEmpty();
  }

  /** Compares what it is told with what is so. */
  private static final class Witness implements FollowingListener {
    final Queue<String> lies = new ConcurrentLinkedQueue<>();
    final Queue<String> loads = new ConcurrentLinkedQueue<>();
    volatile FollowingStatus told;
    private final Following<TestModel> following;
    private final AtomicInteger calls = new AtomicInteger();

    Witness(Following<TestModel> following) {
      this.following = following;
      this.told = following.status();
    }

    @Override
    public void changed(FollowingStatus status) {
      told = status;
      check("changed to " + status, () -> isSo(status));
    }

    @Override
    public void loaded(String version, Duration took) {
      loads.add(version);
      check("loaded " + version, () -> answering().equals(Optional.of(version)));
    }

    @Override
    public void failed(FailedLoad failure) {
      check(
          "failed to load " + failure.version(),
          () -> following.status().lastFailedLoad().equals(Optional.of(failure)));
    }

    @Override
    public void inspected(Instant time, List<String> damagedBlobs) {
      check("inspected", () -> true);
    }

    /** Looks again and again, so that another thread has the time to make it untrue. */
    private void check(String news, BooleanSupplier isSo) {
      if (calls.getAndIncrement() != 0) {
        lies.add("beside another call: " + news);
      }
      for (int look = 0; look < 200; look++) {
        if (!isSo.getAsBoolean()) {
          lies.add(news + ", but it is " + following.status());
          break;
        }
        Thread.yield();
      }
      calls.decrementAndGet();
    }

    private boolean isSo(FollowingStatus status) {
      FollowingStatus now = following.status();
      return now.loadedVersion().equals(status.loadedVersion())
          && now.targetVersion().equals(status.targetVersion())
          && now.lastFailedLoad().equals(status.lastFailedLoad())
          && now.registry().connected() == status.registry().connected()
          && answering().equals(status.loadedVersion());
    }

    private Optional<String> answering() {
      try (Lease<TestModel> lease = following.acquire()) {
        return Optional.of(lease.version());
      } catch (MatineeException nothing) {
        return Optional.empty();
      }
    }
  }
}
