package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cache keeps of versions that are opened one after another, as evaluations do. */
class EvictionTest {
  private static final Set<BlobRole> ALL = EnumSet.allOf(BlobRole.class);
  private static final Duration LONG = Duration.ofDays(1);

  @TempDir Path folder;
  private FakeRegistry registry;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void keepsNothingBeyondTheBoundOnceItIsClosed() throws IOException {
    try (FollowingRig rig = rig(LONG, 0)) {
      for (int seed = 0; seed < 3; seed++) {
        rig.snapshots.open(registry.publishTiny(seed), ALL).close();
        assertThat(blobs()).isEmpty();
      }
    }
  }

  @Test
  void keepsWhatWasUsedLastWithinTheBound() throws IOException {
    try (FollowingRig rig = rig(LONG, 1)) {
      String first = registry.publishTiny(1);
      rig.snapshots.open(first, ALL).close();
      rig.snapshots.open(first, ALL).close();
      assertThat(registry.downloads(first, BlobRole.CATALOGUE.blobName())).isEqualTo(1);
    }
  }

  @Test
  void keepsWhatIsOpenWhateverElseIsClosed() throws IOException {
    try (FollowingRig rig = rig(LONG, 0)) {
      String evaluated = registry.publishTiny(1);
      try (CachedSnapshot first = rig.snapshots.open(evaluated, ALL);
          CachedSnapshot again = rig.snapshots.open(evaluated, ALL)) {
        List<Path> needed = blobs();
        rig.snapshots.open(registry.publishTiny(2), ALL).close();
        again.close();
        assertThat(blobs()).isNotEmpty().isEqualTo(needed);
        assertThat(first.snapshot().catalogue().size()).isPositive();
      }
    }
  }

  @Test
  void keepsWhatIsFollowed() {
    try (FollowingRig rig = rig(LONG, 0)) {
      String followed = registry.publishTiny(1);
      registry.setAlias(followed);
      rig.awaitLoaded(followed);
      rig.snapshots.open(registry.publishTiny(2), ALL).close();
      rig.snapshots.open(followed, rig.reader.roles()).close();
      assertThat(registry.downloads(followed, BlobRole.CATALOGUE.blobName())).isEqualTo(1);
    }
  }

  @Test
  void keepsWhatAnsweredUntilNowHoweverLongAgoItWasLoaded() throws IOException {
    try (FollowingRig rig = rig(LONG, 1)) {
      String first = registry.publishTiny(1);
      String second = registry.publishTiny(2);
      registry.setAlias(first);
      rig.awaitLoaded(first);
      for (Path blob : blobs()) {
        Files.setLastModifiedTime(blob, FileTime.from(Instant.now().minus(LONG.multipliedBy(2))));
      }
      registry.setAlias(second);
      rig.awaitLoaded(second);
      registry.setAlias(first);
      rig.awaitLoaded(first);

      assertThat(registry.downloads(first, BlobRole.CATALOGUE.blobName())).isEqualTo(1);
    }
  }

  @Test
  void forgetsTheLeastRecentlyUsedFirstAndWhatIsOldInAnyCase() throws IOException {
    Instant now = new SettableClock().instant();
    Path cache = Files.createDirectories(folder.resolve("some"));
    for (int age = 0; age < 5; age++) {
      Path file = Files.write(cache.resolve("age-" + age), new byte[100]);
      Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(age))));
    }

    new Retention(Set.of("age-4"), now.minus(LONG), 250).evict(cache);
    assertThat(names(cache)).containsExactly("age-0", "age-1", "age-4");
    new Retention(Set.of("age-4"), now.minus(Duration.ofMinutes(30)), 250).evict(cache);
    assertThat(names(cache)).containsExactly("age-0", "age-4");
  }

  private FollowingRig rig(Duration retention, int unusedMegabytes) {
    return new FollowingRig(
        registry.port(),
        FollowingRig.cacheIn(folder.resolve("cache"), retention, unusedMegabytes),
        Duration.ofSeconds(45),
        Clock.systemUTC());
  }

  private List<Path> blobs() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("blobs/sha256"))) {
      return files.sorted().toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
