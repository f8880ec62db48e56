package io.matinee.trainer.dataset.upload;

import io.matinee.model.digest.Sha256;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file of an upload, digested while it is written. Not thread-safe. */
final class ReceivedFile implements AutoCloseable {
  private final AnnouncedFile announced;
  private final OutputStream content;
  private final MessageDigest digest = Sha256.begin();
  private long missing;

  /** Begins a file at a place where there is none. */
  ReceivedFile(AnnouncedFile announced, Path place) throws IOException {
    this.announced = announced;
    this.content = Files.newOutputStream(place);
    this.missing = announced.size();
  }

  /** Returns whether all bytes are there. */
  boolean isComplete() {
    return missing == 0;
  }

  /** Takes as many bytes as are missing, from a position on; returns how many these were. */
  int take(byte[] bytes, int from) throws IOException {
    int count = (int) Math.min(missing, bytes.length - from);
    content.write(bytes, from, count);
    digest.update(bytes, from, count);
    missing -= count;
    return count;
  }

  /**
   * Ends the file.
   *
   * @throws MatineeException UPLOAD_CORRUPT when its bytes are not those that were announced
   */
  void finish() throws IOException {
    close();
    if (missing > 0) {
      throw corrupt(
          announced,
          "lacks its last %,d bytes".formatted(missing),
          Long.toString(announced.size()));
    }
    if (!Sha256.end(digest).equals(announced.sha256())) {
      throw corrupt(announced, "has another SHA-256 than the header says", announced.sha256());
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** Returns the failure of an upload whose bytes are not those that were announced. */
  static MatineeException corrupt(AnnouncedFile file, String problem, String expected) {
    return MatineeException.of(
            Reason.UPLOAD_CORRUPT,
            "%s %s; send the files again, unchanged, under a header that describes them."
                .formatted(Excerpt.of(file.name()), problem))
        .with("file", file.name())
        .with("expected", expected);
  }
}
