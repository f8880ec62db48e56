package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.MappingFault;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.SealedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the cache that change under a reader. */
class DamageTest {
  private static final String FACTORS = "ranking";
  private static final int UNTIL_COMPILED = 50_000;

  @TempDir Path folder;
  private FakeRegistry registry;
  private FollowingRig rig;
  private String version;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
    version = registry.publishTiny(1);
    registry.setAlias(version);
    rig = new FollowingRig(registry.port(), folder.resolve("cache"));
    rig.awaitLoaded(version);
  }

  @AfterEach
  void stop() {
    rig.close();
    registry.close();
  }

  @Test
  void loadsAVersionAgainWhoseFileBecameShorter() {
    float right = score();
    for (int call = 0; call < UNTIL_COMPILED; call++) {
      score();
    }
    SealedFiles.truncate(file());
    assertThatThrownBy(this::score)
        .matches(MappingFault::isFault, "a fault of the mapping")
        .satisfies(
            fault ->
                assertThat(DamagedReads.explain(fault).map(MatineeException::reason))
                    .hasValue(Reason.BLOB_CORRUPT));

    rig.suspect();

    rig.awaitDamaged(FACTORS);
    rig.await(status -> !status.answers());
    rig.awaitLoaded(version);
    assertThat(score()).isEqualTo(right);
    assertThat(registry.downloads(version, FACTORS)).isEqualTo(2);
  }

  @Test
  void answersNothingFromADamagedVersionUntilTheRegistryIsBack() {
    registry.stop();
    SealedFiles.truncate(file());
    rig.suspect();
    rig.await(status -> !status.answers() && status.lastFailedLoad().isPresent());
    assertThatThrownBy(rig.following::acquire)
        .isInstanceOfSatisfying(
            MatineeException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.BLOB_CORRUPT));

    registry.restart();
    rig.awaitLoaded(version);
    assertThat(score()).isFinite();
  }

  @Test
  void noticesBytesThatChangedWithoutAnyCall() throws IOException {
    float right = score();
    inspectAllTheTime();
    byte[] content = Files.readAllBytes(file());
    SealedFiles.wipe(file());
    rig.awaitDamaged(FACTORS);
    rig.await(status -> !status.answers());
    assertThat(scoreOnceAnswered()).isEqualTo(right);
    assertThat(file()).hasBinaryContent(content);
  }

  /** An inspection that began before may have what was just loaded loaded once more. */
  private float scoreOnceAnswered() {
    while (true) {
      rig.awaitLoaded(version);
      try {
        return score();
      } catch (MatineeException refusal) {
        assertThat(refusal.reason()).isEqualTo(Reason.BLOB_CORRUPT);
      }
    }
  }

  @Test
  void keepsItsFilesFromBeingChanged() throws IOException {
    assertThat(permissions(file())).isEqualTo("r--------");
    assertThat(permissions(blobs())).isEqualTo("rwx------");
  }

  @Test
  void fetchesWhatWasDeletedAndAnswersMeanwhile() throws IOException {
    inspectAllTheTime();
    TestModel model = rig.reader.loaded.element();
    Files.delete(file());
    rig.awaitDamaged(FACTORS);
    rig.awaitDamaged();
    assertThat(file()).exists();
    assertThat(model.closings()).isZero();
    assertThat(rig.reader.loaded).hasSize(1);
  }

  private void inspectAllTheTime() {
    rig.close();
    rig = FollowingRig.inspecting(registry.port(), folder.resolve("cache"));
    rig.awaitLoaded(version);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private float score() {
    return rig.score();
  }

  private Path blobs() {
    return folder.resolve("cache/blobs/sha256");
  }

  private Path file() {
    return blobs().resolve(registry.digest(version, FACTORS));
  }
}
