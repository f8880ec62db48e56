package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out the form of a ratings file from its first line. */
public final class FormDetection {
  private static final int HEAD_BYTES = 8192;
  private static final Pattern DAT = Pattern.compile("[^:]+::[^:]+::[^:]+(::.*)?");
  private static final Pattern DATA = Pattern.compile("[^\t]+\t[^\t]+\t[^\t]+(\t.*)?");

  private FormDetection() {}

  /** The form of a file by its first line, or empty when that looks like none. */
  public static Optional<RatingsForm> detect(String line) {
    if (RatingsHeader.looksLikeHeader(line)) {
      return Optional.of(RatingsForm.MOVIELENS_CSV);
    }
    if (DAT.matcher(line).matches()) {
      return Optional.of(RatingsForm.MOVIELENS_DAT);
    }
    if (DATA.matcher(line).matches()) {
      return Optional.of(RatingsForm.MOVIELENS_DATA);
    }
    return Optional.empty();
  }

  /** The first line without a byte order mark. */
  public static String firstLine(Path file) throws IOException {
    String head = new String(head(file), StandardCharsets.UTF_8);
    String line = head.lines().findFirst().orElse("");
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /**
   * Checks that a file is text.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it holds zero bytes
   */
  public static void checkText(Path file) throws IOException {
    for (byte value : head(file)) {
      if (value == 0) {
        throw UnreadableImport.of(
            file,
            "is binary",
            "give ratings as text: %s, %s or %s, as they are or in a zip or gz"
                .formatted(
                    RatingsForm.MOVIELENS_CSV.fileName(),
                    RatingsForm.MOVIELENS_DAT.fileName(),
                    RatingsForm.MOVIELENS_DATA.fileName()));
      }
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}
