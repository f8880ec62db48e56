package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a file, by which its form is told.
 *
 * @param file the file
 * @param lines its first lines that are not blank
 */
record FileHead(Path file, List<String> lines) {
  private static final int BYTES = 1 << 16;
  private static final int LINES = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  FileHead {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the beginning of a file.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is no text, or
   *     holds no line
   */
  static FileHead of(Path file) throws IOException {
    byte[] head = head(file);
    checkText(file, head);
    List<String> lines = lines(head);
    if (lines.isEmpty()) {
      throw UnreadableImport.of(file, "holds no rating", "give a file with ratings");
    }
    return new FileHead(file, lines);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BYTES);
    }
  }

  /** A zero byte in the first line is none of a text; elsewhere it spoils its row alone. */
  private static void checkText(Path file, byte[] head) {
    if (head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe) {
      throw UnreadableImport.of(file, "is written in UTF-16", "save it in UTF-8");
    }
    for (int at = 0; at < head.length && head[at] != '\n'; at++) {
      if (head[at] == 0) {
        throw UnreadableImport.of(
            file, "is binary", "give ratings as text, as they are or in a zip or gz");
      }
    }
  }

  /** Whole lines, but for the last of a head that is all of the file, or one line of it. */
  private static List<String> lines(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    if (text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (head.length == BYTES && lines.size() > 1) {
      lines.removeLast();
    }
    return lines.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
  }

  /** Returns the first line. */
  String first() {
    return lines.getFirst();
  }
}
