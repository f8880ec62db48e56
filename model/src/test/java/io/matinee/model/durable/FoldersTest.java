package io.matinee.model.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path root;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectory(root.resolve("from"));
    Files.writeString(root.resolve("from/file"), "content");
  }

  @Test
  void movesAFolderWithItsFiles() throws IOException {
    Folders.moveInPlace(root.resolve("from"), root.resolve("to"));

    assertThat(root.resolve("to/file")).hasContent("content");
    assertThat(root.resolve("from")).doesNotExist();
  }

  @Test
  void movesNothingOverAnotherFolder() throws IOException {
    Files.createDirectories(root.resolve("to"));
    Files.writeString(root.resolve("to/file"), "older");

    assertThatThrownBy(() -> Folders.moveInPlace(root.resolve("from"), root.resolve("to")))
        .isInstanceOf(FileSystemException.class);
    assertThat(root.resolve("to/file")).hasContent("older");
  }

  @Test
  void deletesAFolderAFileOrNothing() throws IOException {
    Files.createDirectories(root.resolve("from/within/deeper"));
    Folders.delete(root.resolve("from/file"));
    Folders.delete(root.resolve("from"));
    Folders.delete(root.resolve("from"));

    assertThat(root).isEmptyDirectory();
  }
}
