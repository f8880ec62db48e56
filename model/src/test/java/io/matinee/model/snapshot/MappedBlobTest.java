package io.matinee.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedBlobTest {
  @TempDir Path folder;
  private Snapshot snapshot;
  private MappedBlob factors;

  @BeforeEach
  void open() {
    Manifest manifest = SnapshotWriter.write(folder, SmallSnapshot.content());
    snapshot =
        Snapshot.open(
            manifest,
            blob -> folder.resolve(blob.name()),
            EnumSet.of(BlobRole.CATALOGUE, BlobRole.RANKING));
    factors =
        snapshot.mapped().stream()
            .filter(blob -> blob.reference().name().equals("ranking"))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() {
    snapshot.close();
  }

  @Test
  void isWhatItShouldBeAlsoWhenItsFileIsGone() throws IOException {
    Files.delete(file());
    AtomicLong read = new AtomicLong();
    factors.verify(read::addAndGet);
    assertThat(read).hasValue(factors.reference().size());
  }

  @Test
  void noticesABitThatChangedUnderTheMapping() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {77}), factors.reference().size() - 2);
    }
    assertThatThrownBy(() -> factors.verify(bytes -> {}))
        .isInstanceOf(CorruptBlobException.class)
        .hasMessageContainingAll("ranking", "SHA-256");
  }

  @Test
  void outlivesAFileThatBecameShorter() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
    assertThatThrownBy(() -> factors.verify(bytes -> {}))
        .isInstanceOf(CorruptBlobException.class)
        .hasMessageContainingAll("ranking", "cannot be read");
    assertThatThrownBy(
            () -> snapshot.ranking().orElseThrow().movieVectors().orElseThrow().vector(0))
        .matches(MappingFault::isFault, "a fault of the mapping");
  }

  private Path file() {
    return folder.resolve("ranking");
  }
}
