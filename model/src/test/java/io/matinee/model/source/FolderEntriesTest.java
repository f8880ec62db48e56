package io.matinee.model.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEntriesTest {
  @TempDir Path folder;

  @Test
  void areVisitedOneAfterAnother() throws IOException {
    Files.createFile(folder.resolve("ratings.csv"));
    Files.createDirectory(folder.resolve("below"));
    List<Path> visited = new ArrayList<>();
    FolderEntries.visit(folder, visited::add);
    assertThat(visited)
        .containsExactlyInAnyOrder(folder.resolve("ratings.csv"), folder.resolve("below"));
  }

  @Test
  void nameTheFolderWhoseListingBreaksOff() {
    List<Path> visited = new ArrayList<>();
    assertThatThrownBy(() -> FolderEntries.visit(new Broken(), folder, visited::add))
        .isInstanceOf(FolderListingException.class)
        .hasMessage(folder + " cannot be listed to its end: stale handle")
        .extracting(failure -> ((FolderListingException) failure).folder())
        .isEqualTo(folder);
    assertThat(visited).containsExactly(Path.of("first"));
  }

  /** A listing of one entry, as a file system gives it that goes away then. */
  private static final class Broken implements DirectoryStream<Path>, Iterator<Path> {
    private boolean begun;

    @Override
    public Iterator<Path> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Path next() {
      if (begun) {
        throw new DirectoryIteratorException(new IOException("stale handle"));
      }
      begun = true;
      return Path.of("first");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
