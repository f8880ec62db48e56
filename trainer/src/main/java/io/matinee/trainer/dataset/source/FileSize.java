package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

  /** Returns those of some files that have no byte. */
  static List<Path> empty(Collection<Path> files) throws IOException {
    List<Path> empty = new ArrayList<>();
    for (Path file : files) {
      if (Files.size(file) == 0) {
        empty.add(file);
      }
    }
    return empty;
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
