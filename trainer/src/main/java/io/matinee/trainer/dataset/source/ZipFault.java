package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the JDK's words on a zip that it does not read mean. */
final class ZipFault {
  private ZipFault() {}

  /** Returns the refusal of a whole zip that is packed in a way which is not read. */
  static Optional<MatineeException> of(Path archive, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    if (words.contains("encrypted")) {
      return Optional.of(
          UnreadableImport.of(archive, "is encrypted", "pack its files without a password"));
    }
    if (words.contains("compression method")) {
      return Optional.of(
          UnreadableImport.of(
              archive,
              "is compressed by a method other than Deflate",
              "unpack it, and give the folder or pack it again with Deflate"));
    }
    return Optional.empty();
  }
}
