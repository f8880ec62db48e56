package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a file, by which its form is told.
 *
 * @param file the file
 * @param parquet whether it begins as Parquet does
 * @param lines its first lines that are not blank; none when it is Parquet
 * @param tables its first rows that are not blank, by what may stand between their fields
 */
record FileHead(
    Path file, boolean parquet, List<String> lines, Map<Delimiter, List<TextRow>> tables) {
  private static final int BYTES = 1 << 16;
  private static final int LINES = 100;
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  FileHead {
    lines = List.copyOf(lines);
    tables = Map.copyOf(tables);
  }

  /**
   * Reads the beginning of a file.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is neither Parquet
   *     nor text, or text without a line
   */
  static FileHead of(Path file) throws IOException {
    byte[] head = head(file);
    if (head.length > PARQUET.length
        && Arrays.equals(head, 0, PARQUET.length, PARQUET, 0, PARQUET.length)) {
      return new FileHead(file, true, List.of(), Map.of());
    }
    checkText(file, head);
    List<String> lines = lines(head);
    if (lines.isEmpty()) {
      throw UnreadableImport.of(file, "holds no rating", "give a file with ratings");
    }
    Map<Delimiter, List<TextRow>> tables = new EnumMap<>(Delimiter.class);
    for (Delimiter delimiter : Delimiter.values()) {
      tables.put(delimiter, TextRows.first(LINES, file, delimiter.text(), delimiter.quotable()));
    }
    return new FileHead(file, false, lines, tables);
  }

  /** Returns the first line. */
  String first() {
    return lines.getFirst();
  }

  /** Returns the fields of the first rows, at least one, as they are between such delimiters. */
  List<List<String>> rows(Delimiter delimiter) {
    return texts(delimiter).stream().map(TextRow::fields).toList();
  }

  /** Returns the same rows as they were read. */
  List<TextRow> texts(Delimiter delimiter) {
    return tables.getOrDefault(delimiter, List.of());
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BYTES);
    }
  }

  /** A zero byte in the first line is none of a text; elsewhere it spoils its row alone. */
  private static void checkText(Path file, byte[] head) {
    for (int at = 0; at < head.length && head[at] != '\n' && head[at] != '\r'; at++) {
      if (head[at] == 0) {
        throw UnreadableImport.of(
            file,
            "is binary: its first line has a byte 0",
            "give ratings as text or Parquet, as they are or in a zip or gz");
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
}
