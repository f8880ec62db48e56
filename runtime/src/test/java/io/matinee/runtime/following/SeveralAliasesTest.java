package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.runtime.testing.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    String first = registry.publishTiny(1);
    String second = registry.publishTiny(2);
    registry.setAlias("production", first);
    registry.setAlias("candidate", second);
    production.awaitLoaded(first);
    candidate.awaitLoaded(second);

    registry.setAlias("candidate", first);
    candidate.awaitLoaded(first);
    registry.setAlias("candidate", "");
    candidate.await(status -> !status.answers());

    production.following.acquire(first).close();
    assertThat(production.following.status().loadedVersion()).contains(first);
    registry.awaitReport(
        report ->
            report.getAlias().endsWith("/production")
                && report.getLoaded().getModelVersion().equals(first));
    registry.awaitReport(
        report ->
            report.getAlias().endsWith("/candidate")
                && report.getLoaded().getModelVersion().isEmpty());
  }

  @Test
  void eachStartsFromTheCacheWithWhatItHadLoadedLast() {
    String first = registry.publishTiny(1);
    String second = registry.publishTiny(2);
    registry.setAlias("production", first);
    registry.setAlias("candidate", second);
    production.awaitLoaded(first);
    candidate.awaitLoaded(second);
    close();
    registry.stop();

    open();

    assertThat(production.awaitLoaded(first).registry().connected()).isFalse();
    assertThat(candidate.awaitLoaded(second).targetVersion()).isEqualTo(Optional.of(second));
  }

  @Test
  void whatOneHasYetToOpenStaysHoweverEarlyAnotherTidiesUp() {
    String first = registry.publishTiny(1);
    String second = registry.publishTiny(2);
    registry.setAlias("production", first);
    registry.setAlias("candidate", second);
    production.awaitLoaded(first);
    candidate.awaitLoaded(second);
    close();
    registry.stop();

    production = new FollowingRig(registry.port(), cache());
    production.awaitLoaded(first);
    production.close();
    open();

    candidate.awaitLoaded(second);
    production.awaitLoaded(first);
  }

  @Test
  void whatAStartWouldUseOfWhatWasDerivedStaysUntilAnotherVersionIsLoaded() throws IOException {
    Path kept = Files.createDirectories(cache().resolve("derived/kept"));
    Path waste = Files.createDirectories(cache().resolve("derived/waste"));
    production.reader.derived = Set.of("kept");
    String first = registry.publishTiny(1);
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
    String version = registry.publishTiny(1);
    registry.holdDownloads(version, RANKING);
    registry.setAlias("candidate", version);
    registry.setAlias("production", version);
    registry.awaitDownload(version, RANKING);
    registry.letDownloadsGo();

    candidate.awaitLoaded(version);
    production.awaitLoaded(version);

    assertThat(registry.downloads(version, RANKING)).isEqualTo(1);
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
}
