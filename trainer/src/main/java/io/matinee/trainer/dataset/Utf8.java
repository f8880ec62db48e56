package io.matinee.trainer.dataset;

import java.nio.charset.StandardCharsets;

/** The bytes of texts, as contracts bound them. */
final class Utf8 {
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private Utf8() {}

  /** Whether a text takes at most so many bytes in UTF-8. */
  static boolean fits(String text, int bytes) {
    return text.length() <= bytes / MOST_BYTES_OF_A_CHAR
        || (text.length() <= bytes && text.getBytes(StandardCharsets.UTF_8).length <= bytes);
  }
}
