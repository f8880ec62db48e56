package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest {
  /** The SHA-256 of "abc", as FIPS 180-2 gives it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private BlobStore blobs;

  @BeforeEach
  void open() throws IOException {
    blobs = store();
  }

  @Test
  void givesTheBytesBackFromAnyOffset() throws IOException {
    assertThat(blobs.put(staged("abc"))).isEqualTo(new StoredBlob(ABC, 3));
    assertThat(blobs.size(ABC)).isEqualTo(3);
    assertThat(read(0)).isEqualTo("abc");
    assertThat(read(2)).isEqualTo("c");
    assertThat(read(3)).isEmpty();
    assertThat(blobs.localCopy(ABC)).hasContent("abc");
  }

  @Test
  void putsNothingThatIsNotAsExpected() throws IOException {
    assertThatThrownBy(() -> blobs.put(staged("abd"), new BlobReference("users", ABC, 3)))
        .isInstanceOf(CorruptBlobException.class);
    assertThatThrownBy(() -> blobs.put(staged("abc"), new BlobReference("users", ABC, 4)))
        .isInstanceOf(CorruptBlobException.class);
    assertThat(blobs.putBefore(Instant.MAX)).isEmpty();
    blobs.put(staged("abc"), new BlobReference("users", ABC, 3));
    assertThat(read(0)).isEqualTo("abc");
  }

  @Test
  void saysWhichBlobIsNotThere() {
    assertMissing(() -> blobs.size(ABC));
    assertMissing(() -> blobs.open(ABC, 0));
    assertMissing(() -> blobs.localCopy(ABC));
  }

  @Test
  void deletesByTheAgeSinceABlobWasPutLast() throws IOException {
    blobs.put(staged("abc"));
    assertThat(blobs.putBefore(clock.instant())).as("put now, whenever written").isEmpty();
    assertThat(blobs.putBefore(clock.instant().plusSeconds(1))).containsExactly(ABC);

    Instant later = clock.instant().plus(Duration.ofDays(1));
    clock.advance(Duration.ofDays(2));
    assertThat(blobs.putBefore(later)).containsExactly(ABC);
    store().put(staged("abc"));
    assertThat(blobs.deleteIfPutBefore(ABC, later)).as("put again meanwhile").isFalse();
    assertThat(blobs.deleteIfPutBefore(ABC, clock.instant().plusSeconds(1))).isTrue();
    assertMissing(() -> blobs.size(ABC));
    assertThat(blobs.deleteIfPutBefore(ABC, Instant.MAX)).as("none").isFalse();
  }

  private BlobStore store() throws IOException {
    return new FolderBlobStore(Files.createDirectories(folder.resolve("sha256")), clock);
  }

  private Path staged(String content) throws IOException {
    return Files.writeString(folder.resolve("staged"), content);
  }

  private String read(long offset) throws IOException {
    try (InputStream content = blobs.open(ABC, offset)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class,
            missing -> {
              assertThat(missing.reason()).isEqualTo(Reason.BLOB_NOT_FOUND);
              assertThat(missing.metadata()).containsEntry("sha256", ABC);
            });
  }
}
