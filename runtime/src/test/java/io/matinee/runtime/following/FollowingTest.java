package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.SealedFiles;
import io.matinee.runtime.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {
  @TempDir Path folder;
  private FakeRegistry registry;
  private FollowingRig rig;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
    rig = new FollowingRig(registry.port(), cache());
  }

  @AfterEach
  void stop() {
    rig.close();
    registry.close();
  }

  @Test
  void answersOnceTheAliasPointsAtAVersionAndReportsIt() {
    FollowingStatus nothing = rig.await(FollowingStatus::targetKnown);
    assertThat(nothing.ready()).isTrue();
    assertThat(nothing.answers()).isFalse();
    assertReason(() -> rig.following.acquire(), Reason.MODEL_NOT_READY);

    String version = registry.publishTiny(1);
    registry.setAlias(version);

    FollowingStatus status = rig.awaitLoaded(version);
    assertThat(status.targetVersion()).contains(version);
    assertThat(status.registry().connected()).isTrue();
    try (Lease<TestModel> lease = rig.following.acquire(version)) {
      assertThat(lease.version()).isEqualTo(version);
      assertThat(lease.model().score()).isFinite();
    }
    FollowedAlias report =
        registry.awaitReport(reported -> reported.getLoaded().getModelVersion().equals(version));
    assertThat(report.getReady()).isTrue();
    assertThat(report.getAlias()).isEqualTo("models/movies/aliases/production");
  }

  @Test
  void downloadsOnlyWhatTheReaderNeeds() {
    String version = follow(1);
    assertThat(registry.downloads(version, BlobRole.RANKING.blobName())).isEqualTo(1);
    assertThat(registry.downloads(version, BlobRole.RATING.blobName())).isZero();
    assertThat(registry.downloads(version, BlobRole.HELD_OUT.blobName())).isZero();
  }

  @Test
  void refusesAPinnedVersionThatIsNotLoaded() {
    follow(1);
    String other = registry.publishTiny(2);
    assertReason(() -> rig.following.acquire(other), Reason.VERSION_NOT_LOADED);
  }

  @Test
  void freesTheOldVersionWhenItsLastLeaseEnds() {
    follow(1);
    Lease<TestModel> first = rig.following.acquire();
    Lease<TestModel> second = rig.following.acquire();
    TestModel old = first.model();

    follow(2);
    assertThat(old.closings()).isZero();
    first.close();
    first.close();
    assertThat(old.closings()).isZero();
    assertThat(second.model().score()).isFinite();
    second.close();
    assertThat(old.closings()).isEqualTo(1);
  }

  @Test
  void keepsTheOldVersionWhenABlobIsCorruptAndLoadsOnceItIsMended() {
    String good = follow(1);
    String bad = registry.publishTiny(2);
    registry.flipByte(bad, "ranking");
    registry.setAlias(bad);

    FollowingStatus failed = rig.await(status -> status.lastFailedLoad().isPresent());
    FailedLoad failure = failed.lastFailedLoad().orElseThrow();
    assertThat(failure.version()).isEqualTo(bad);
    assertThat(failure.reason()).isEqualTo(Reason.BLOB_CORRUPT);
    assertThat(failure.message()).contains("ranking");
    assertThat(failed.loadedVersion()).contains(good);
    assertThat(failed.ready()).isTrue();
    rig.following.acquire(good).close();
    FollowedAlias report = registry.awaitReport(FollowedAlias::hasLastFailedLoad);
    assertThat(report.getLastFailedLoad().getReason()).isEqualTo(ErrorReason.BLOB_CORRUPT);

    registry.flipByte(bad, "ranking");
    rig.awaitLoaded(bad);
  }

  @Test
  void keepsTheOldVersionWhenTheReaderRefusesTheNewOne() {
    String good = follow(1);
    rig.reader.refusing = true;
    registry.setAlias(registry.publishTiny(2));
    FollowingStatus failed = rig.await(status -> status.lastFailedLoad().isPresent());
    assertThat(failed.lastFailedLoad().orElseThrow().reason()).isEqualTo(Reason.NO_RANKING_SCORER);
    assertThat(failed.loadedVersion()).contains(good);
  }

  @Test
  void answersNothingOnceTheAliasIsCleared() {
    follow(1);
    TestModel model = rig.reader.loaded.element();
    rig.forgetChanges();
    registry.clearAlias();
    FollowingStatus cleared = rig.await(status -> !status.answers());
    assertThat(cleared.ready()).isTrue();
    assertReason(() -> rig.following.acquire(), Reason.MODEL_NOT_READY);
    assertThat(model.closings()).isEqualTo(1);
    assertThat(cache().resolve("current/movies.production")).doesNotExist();
  }

  @Test
  void goesOnWithoutTheRegistryAndFollowsAgainWhenItIsBack() {
    String first = follow(1);
    registry.stop();
    rig.await(status -> !status.registry().connected());
    rig.following.acquire(first).close();

    String second = registry.publishTiny(2);
    registry.setAlias(second);
    registry.restart();
    rig.awaitLoaded(second);
  }

  @Test
  void startsFromTheCacheWithoutTheRegistry() {
    String version = follow(1);
    rig.close();
    registry.stop();
    rig = new FollowingRig(registry.port(), cache());
    FollowingStatus status = rig.awaitLoaded(version);
    assertThat(status.ready()).isTrue();
    assertThat(status.registry().connected()).isFalse();
    assertThat(status.targetVersion()).contains(version);
  }

  @Test
  void downloadsAgainWhatIsDamagedInTheCache() throws IOException {
    String version = follow(1);
    rig.close();
    blobs().forEach(SealedFiles::wipe);
    rig = new FollowingRig(registry.port(), cache());
    assertThat(rig.awaitLoaded(version).lastFailedLoad()).isEmpty();
    assertThat(registry.downloads(version, "ranking")).isEqualTo(2);
  }

  @Test
  void goesOnWithABrokenDownloadWhereItBroke() {
    String version = registry.publishTiny(1);
    registry.breakNextDownloadAfter(1024);
    registry.setAlias(version);
    FollowingStatus loaded = rig.awaitLoaded(version);
    assertThat(loaded.lastFailedLoad().map(FailedLoad::reason))
        .isEqualTo(Optional.of(Reason.REGISTRY_UNAVAILABLE));
    assertThat(registry.downloads(version, "manifest")).isEqualTo(2);
  }

  @Test
  void saysThatItIsStaleOnceTheRegistryWasNotHeardForLongAndGoesOnAnswering() {
    rig.close();
    SettableClock clock = new SettableClock();
    rig = new FollowingRig(registry.port(), cache(), Duration.ofSeconds(45), clock);
    String version = follow(1);
    assertThat(rig.following.status().registry().lastHeard()).contains(clock.instant());
    registry.stop();
    rig.await(status -> !status.registry().connected());

    clock.advance(Duration.ofSeconds(60));
    assertThat(rig.following.status().registry().stale()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(rig.following.status().registry().stale()).isTrue();
    rig.following.acquire(version).close();

    registry.restart();
    rig.await(status -> status.registry().connected());
    assertThat(rig.following.status().registry().stale()).isFalse();
  }

  @Test
  void watchesAnewAfterAStepFailed() {
    follow(1);
    rig.following.whenWatching(
        () -> {
          throw new IllegalStateException("a bug of a listener");
        });
    rig.await(status -> !status.registry().connected());
    rig.await(status -> status.registry().connected());
    follow(2);
  }

  @Test
  void watchesAnewWhenTheRegistryFallsSilent() {
    rig.close();
    rig = new FollowingRig(registry.port(), cache(), Duration.ofMillis(50), Clock.systemUTC());
    rig.await(status -> status.registry().connected());
    rig.await(status -> !status.registry().connected());
    rig.await(status -> status.registry().connected());
    registry.awaitWatchers(1);
  }

  @Test
  void keepsInTheCacheOnlyWhatIsLoaded() throws IOException {
    follow(1);
    follow(2);
    follow(3);
    rig.close();
    assertThat(blobs()).as("manifest, catalogue, users, ranking factors").hasSize(4);
  }

  @Test
  void opensAnyPublishedVersion() {
    String version = registry.publishTiny(5);
    try (CachedSnapshot opened =
        rig.snapshots.open(
            version, Set.of(BlobRole.CATALOGUE, BlobRole.USERS, BlobRole.HELD_OUT))) {
      assertThat(opened.snapshot().heldOut().ratingCount()).isPositive();
    }
    assertReason(
        () -> rig.snapshots.open("models/movies/versions/99", Set.of(BlobRole.CATALOGUE)),
        Reason.MODEL_VERSION_NOT_FOUND);
  }

  private String follow(long seed) {
    String version = registry.publishTiny(seed);
    registry.setAlias(version);
    rig.awaitLoaded(version);
    return version;
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private List<Path> blobs() throws IOException {
    try (Stream<Path> files = Files.list(cache().resolve("blobs/sha256"))) {
      return files.sorted().toList();
    }
  }

  private static void assertReason(Runnable call, Reason reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            MatineeException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}
