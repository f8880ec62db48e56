package io.matinee.trainer.dataset.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A first line {@code sep=;}, by which spreadsheets are told the delimiter. */
final class SeparatorLine {
  private static final Pattern FORM = Pattern.compile("(?i)\"?sep=[^\r\n]{0,2}\"?\r?");
  private static final int LONGEST = 10;

  private SeparatorLine() {}

  /** Whether the line at the position of a buffer is one. */
  static boolean isNext(RowBuffer buffer) {
    int start = buffer.position();
    int end = end(buffer);
    String line =
        new String(
            buffer.bytes(), start, Math.min(end - start, LONGEST), StandardCharsets.ISO_8859_1);
    return end < buffer.limit() && FORM.matcher(line).matches();
  }

  /** Returns where the line at the position of a buffer ends. */
  static int end(RowBuffer buffer) {
    int end = buffer.position();
    while (buffer.bytes()[end] != buffer.lineEnd()) {
      end++;
    }
    return end;
  }
}
