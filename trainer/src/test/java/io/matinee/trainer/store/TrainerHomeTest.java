package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerHomeTest {
  @TempDir Path folder;

  @Test
  void whatItMakesIsOpenToItsOwnerAlone() throws IOException {
    TrainerHome home = TrainerHome.prepare(folder.resolve("above").resolve("home"));

    assertThat(permissions(home.root())).isEqualTo("rwx------");
    assertThat(permissions(home.blobs())).isEqualTo("rwx------");
    assertThat(permissions(home.staging())).isEqualTo("rwx------");
  }

  @Test
  void aMountedVolumeKeepsItsMode() throws IOException {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwx---"));

    TrainerHome.prepare(volume);

    assertThat(permissions(volume)).isEqualTo("rwxrwx---");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
