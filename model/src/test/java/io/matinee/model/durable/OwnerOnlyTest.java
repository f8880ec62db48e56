package io.matinee.model.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  @TempDir Path root;

  @Test
  void makesFoldersThatTheirOwnerAloneMayEnter() throws Exception {
    Path folder = OwnerOnly.createFolder(root.resolve("a/b"));
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(root.resolve("a"))).isEqualTo("rwx------");
  }

  @Test
  void closesWhatAnEarlierReleaseLeftOpen() throws Exception {
    Path folder = Files.createDirectory(root.resolve("open"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
    Path file = Files.writeString(folder.resolve("blob"), "content");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    OwnerOnly.seal(folder);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("r--------");
    Folders.delete(folder);
    assertThat(folder).doesNotExist();
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
