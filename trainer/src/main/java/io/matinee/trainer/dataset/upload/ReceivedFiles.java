package io.matinee.trainer.dataset.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an upload, whose bytes come in order and go straight to the disk. Not thread-safe.
 */
final class ReceivedFiles {
  private final List<AnnouncedFile> files;
  private final List<Path> targets;
  private int next;
  private long received;
  private @Nullable ReceivedFile current;

  ReceivedFiles(List<AnnouncedFile> files, List<Path> targets) {
    this.files = files;
    this.targets = targets;
  }

  /** Returns how many bytes have come. */
  long received() {
    return received;
  }

  /**
   * Writes bytes from a position on, of one file or of several.
   *
   * @throws io.matinee.runtime.error.MatineeException UPLOAD_CORRUPT when a file is complete and
   *     not what was announced, or when there are more bytes than were announced
   */
  void write(byte[] bytes, int from) throws IOException {
    int position = from;
    while (position < bytes.length) {
      ReceivedFile file = incomplete();
      if (file == null) {
        AnnouncedFile last = files.getLast();
        throw ReceivedFile.corrupt(last, "is followed by more bytes", Long.toString(last.size()));
      }
      int count = file.take(bytes, position);
      received += count;
      position += count;
    }
  }

  /**
   * Ends all files.
   *
   * @throws io.matinee.runtime.error.MatineeException UPLOAD_CORRUPT when files or bytes are
   *     missing, or not those that were announced
   */
  void complete() throws IOException {
    ReceivedFile missing = incomplete();
    if (missing != null) {
      missing.finish();
    }
  }

  /** Closes the file that bytes were written to. */
  void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }

  /** Returns the file that the next byte belongs to; null when all are complete, and right. */
  private @Nullable ReceivedFile incomplete() throws IOException {
    while (current == null || current.isComplete()) {
      if (current != null) {
        current.finish();
        current = null;
      }
      if (next == files.size()) {
        return null;
      }
      current = new ReceivedFile(files.get(next), targets.get(next));
      next++;
    }
    return current;
  }
}
