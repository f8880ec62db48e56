package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bounds of a file's size. */
final class FileSize {

  private FileSize() {}

  /**
   * Checks that a file has content, and not too much of it.
   *
   * @throws MatineeException IMPORT_UNREADABLE otherwise
   */
  static void check(Path file, long maximumBytes) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw UnreadableImport.of(file, "is empty", "give a file with ratings");
    }
    if (size > maximumBytes) {
      throw tooLarge(file, maximumBytes);
    }
  }

  static MatineeException tooDense(Path archive, int maximumRatio) {
    return UnreadableImport.of(
        archive,
        "unpacks to more than %,d times its size".formatted(maximumRatio),
        "unpack it yourself, or raise MATINEE_TRAINER_MAXIMUM_UNPACKED_RATIO");
  }

  static MatineeException tooLarge(Path file, long maximumBytes) {
    return UnreadableImport.of(
        file,
        "has more than %,d bytes unpacked".formatted(maximumBytes),
        "split it, or raise MATINEE_TRAINER_MAXIMUM_IMPORT_BYTES");
  }
}
