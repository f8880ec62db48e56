package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.SealedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two aliases that are followed at once, by one process's reader and cache. */
class SeveralAliasesTest {
  private static final String RANKING = BlobRole.RANKING.blobName();

  @TempDir Path folder;
  private FakeRegistry registry;
  private FollowingRig production;
  private FollowingRig candidate;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
    open();
  }

  @AfterEach
  void stop() {
    close();
    registry.close();
  }

  @Test
  void eachAnswersFromWhatItsAliasPointsAtAndReportsIt() {
    Loaded loaded = loadOneEach();

    registry.setAlias("candidate", loaded.byProduction());
    candidate.awaitLoaded(loaded.byProduction());
    candidate.forgetChanges();
    registry.setAlias("candidate", "");
    candidate.await(status -> !status.answers());

    production.following.acquire(loaded.byProduction()).close();
    assertThat(production.following.status().loadedVersion()).contains(loaded.byProduction());
    registry.awaitReport(
        report ->
            report.getAlias().endsWith("/production")
                && report.getLoaded().getModelVersion().equals(loaded.byProduction()));
    registry.awaitReport(
        report ->
            report.getAlias().endsWith("/candidate")
                && report.getLoaded().getModelVersion().isEmpty());
  }

  @Test
  void eachStartsFromTheCacheWithWhatItHadLoadedLast() {
    Loaded loaded = loadOneEach();
    close();
    registry.stop();

    open();

    assertThat(production.awaitLoaded(loaded.byProduction()).registry().connected()).isFalse();
    assertThat(candidate.awaitLoaded(loaded.byCandidate()).targetVersion())
        .isEqualTo(Optional.of(loaded.byCandidate()));
  }

  @Test
  void whatOneHasYetToOpenStaysHoweverEarlyAnotherTidiesUp() {
    Loaded loaded = loadOneEach();
    close();
    registry.stop();

    production = new FollowingRig(registry.port(), cache());
    production.awaitLoaded(loaded.byProduction());
    production.close();
    open();

    candidate.awaitLoaded(loaded.byCandidate());
    production.awaitLoaded(loaded.byProduction());
  }

  @Test
  void whatAStartWouldUseOfWhatWasDerivedStaysUntilAnotherVersionIsLoaded() throws IOException {
    Path kept = Files.createDirectories(cache().resolve("derived/kept"));
    Path waste = Files.createDirectories(cache().resolve("derived/waste"));
    String first = registry.publishTiny(1);
    production.reader.derived = Map.of(first, Set.of("kept"));
    registry.setAlias("production", first);
    production.awaitLoaded(first);
    String second = registry.publishTiny(2);
    registry.setAlias("candidate", second);
    candidate.awaitLoaded(second);
    close();
    assertThat(kept).exists();
    assertThat(waste).doesNotExist();

    open();
    registry.setAlias("production", second);
    production.awaitLoaded(second);
    close();

    assertThat(kept).doesNotExist();
  }

  @Test
  void aSlowDownloadOfOneKeepsNoOtherFromLoading() {
    String slow = registry.publishTiny(1);
    String other = registry.publishTiny(2);
    registry.holdDownloads(slow, RANKING);
    registry.setAlias("candidate", slow);
    registry.awaitDownload(slow, RANKING);

    registry.setAlias("production", other);

    production.awaitLoaded(other);
    assertThat(candidate.following.status().answers()).isFalse();
    registry.letDownloadsGo();
    candidate.awaitLoaded(slow);
  }

  @Test
  void whatBothNeedIsDownloadedOnce() {
    String version = loadOneByBothAtOnce();

    assertThat(registry.downloads(version, RANKING)).isEqualTo(1);
  }

  @Test
  void aVersionThatBothPointAtIsLoadedOnceAndFreedWithTheLast() {
    String version = registry.publishTiny(1);
    registry.setAlias("production", version);
    production.awaitLoaded(version);
    registry.setAlias("candidate", version);
    candidate.awaitLoaded(version);
    TestModel shared = production.reader.loaded.element();
    assertThat(production.reader.loaded).hasSize(1);

    String next = registry.publishTiny(2);
    registry.setAlias("production", next);
    production.awaitLoaded(next);
    assertThat(candidate.score()).isEqualTo(shared.score());
    registry.setAlias("candidate", next);
    candidate.awaitLoaded(next);

    assertThat(shared.closings()).isEqualTo(1);
    assertThat(production.reader.loaded).hasSize(2);
  }

  @Test
  void aVersionThatBothAreToldOfAtOnceIsLoadedOnce() {
    String version = loadOneByBothAtOnce();

    assertThat(production.reader.loaded).hasSize(1);
  }

  @Test
  void neitherAnswersFromWhatIsDamagedOnceBothHaveLookedAtIt() {
    String version = registry.publishTiny(1);
    registry.setAlias("production", version);
    production.awaitLoaded(version);
    registry.setAlias("candidate", version);
    candidate.awaitLoaded(version);
    float right = production.score();
    SealedFiles.truncate(
        cache().resolve("blobs/sha256").resolve(registry.digest(version, RANKING)));

    production.suspect();
    production.await(status -> !status.answers());
    production.awaitLoaded(version);
    candidate.suspect();
    candidate.await(status -> !status.answers());
    candidate.awaitLoaded(version);

    assertThat(production.score()).isEqualTo(right);
    assertThat(candidate.score()).isEqualTo(right);
    assertThat(production.reader.loaded).hasSize(2);
  }

  @Test
  void allStopAtOnceAndNotOneAfterTheOther() throws InterruptedException {
    String version = registry.publishTiny(1);
    registry.holdDownloads(version, RANKING);
    registry.setAlias("production", version);
    registry.awaitDownload(version, RANKING);
    registry.setAlias("candidate", version);

    Thread stopping =
        Thread.ofVirtual()
            .start(() -> FollowedModels.close(List.of(production.following, candidate.following)));
    registry.awaitWatchers(0);
    registry.letDownloadsGo();

    stopping.join();
    assertThat(candidate.following.status().answers()).isFalse();
  }

  @Test
  void aLoadOfOneForgetsNothingThatTheOtherAnswersFrom() {
    String first = registry.publishTiny(1);
    registry.setAlias("production", first);
    production.awaitLoaded(first);
    for (int seed = 2; seed < 5; seed++) {
      String next = registry.publishTiny(seed);
      registry.setAlias("candidate", next);
      candidate.awaitLoaded(next);
    }

    production.snapshots.open(first, production.reader.roles()).close();

    assertThat(registry.downloads(first, BlobRole.CATALOGUE.blobName())).isEqualTo(1);
  }

  /** Has each alias load a version of its own. */
  private Loaded loadOneEach() {
    Loaded loaded = new Loaded(registry.publishTiny(1), registry.publishTiny(2));
    registry.setAlias("production", loaded.byProduction());
    registry.setAlias("candidate", loaded.byCandidate());
    production.awaitLoaded(loaded.byProduction());
    candidate.awaitLoaded(loaded.byCandidate());
    return loaded;
  }

  /** Has both aliases point at one version before either has downloaded it. */
  private String loadOneByBothAtOnce() {
    String version = registry.publishTiny(1);
    registry.holdDownloads(version, RANKING);
    registry.setAlias("candidate", version);
    registry.setAlias("production", version);
    registry.awaitDownload(version, RANKING);
    registry.letDownloadsGo();

    candidate.awaitLoaded(version);
    production.awaitLoaded(version);
    return version;
  }

  private void open() {
    production = new FollowingRig(registry.port(), cache());
    candidate = production.beside("candidate");
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private void close() {
    candidate.close();
    production.close();
  }

  private record Loaded(String byProduction, String byCandidate) {}
}
