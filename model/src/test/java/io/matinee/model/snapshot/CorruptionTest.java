package io.matinee.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No damage to any blob goes unnoticed, and its blob is named. */
class CorruptionTest {
  @TempDir Path folder;
  private Manifest manifest;

  @BeforeEach
  void write() {
    manifest = SnapshotWriter.write(folder, SmallSnapshot.content());
  }

  @ParameterizedTest
  @EnumSource
  void everyFlippedByteIsFound(BlobRole role) throws IOException {
    Path file = folder.resolve(role.blobName());
    byte[] bytes = Files.readAllBytes(file);
    for (int position = 0; position < bytes.length; position++) {
      byte[] flipped = bytes.clone();
      flipped[position] ^= (byte) (1 << (position % 8));
      Files.write(file, flipped);
      assertCorrupt(role);
    }
    Files.write(file, bytes);
    open().close();
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedBlobIsFound(BlobRole role) throws IOException {
    Path file = folder.resolve(role.blobName());
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 7, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertCorrupt(role);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOversizedBlobIsFound(BlobRole role) throws IOException {
    Path file = folder.resolve(role.blobName());
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 1));
    assertCorrupt(role);
  }

  @ParameterizedTest
  @EnumSource
  void aMissingBlobIsAFailureToRead(BlobRole role) throws IOException {
    Files.delete(folder.resolve(role.blobName()));
    assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class);
  }

  /** A blob whose digest is right but whose content is another blob's. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = ".*_SAVED_MODEL") // none of ours reads them
  void aBlobInAnotherFormatIsFound(BlobRole role) throws IOException {
    Path file = folder.resolve(role.blobName());
    Files.writeString(file, "[{\"not\": \"it\"}, 7");
    Manifest forged = ManifestChanges.withBlob(manifest, Digests.reference(role.blobName(), file));
    CorruptBlobException found =
        catchThrowableOfType(
            CorruptBlobException.class,
            () -> Snapshot.open(forged, this::locate, EnumSet.allOf(BlobRole.class)));
    assertThat(found.blobName()).isEqualTo(role.blobName());
  }

  private void assertCorrupt(BlobRole role) {
    CorruptBlobException found = catchThrowableOfType(CorruptBlobException.class, this::open);
    assertThat(found).isNotNull();
    assertThat(found.blobName()).isEqualTo(role.blobName());
    assertThat(found).hasMessageStartingWith("blob " + role.blobName() + " is corrupt");
  }

  private Snapshot open() {
    return Snapshot.open(manifest, this::locate, EnumSet.allOf(BlobRole.class));
  }

  private Path locate(BlobReference blob) {
    return folder.resolve(blob.name());
  }
}
