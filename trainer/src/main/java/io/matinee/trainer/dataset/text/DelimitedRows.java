package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Splits a delimited text file into rows and fields, as bytes and without an object per row.
 *
 * <p>Lines end in LF or CRLF, or in CR where the first one does; a byte order mark is skipped, as
 * are blank lines and a first line {@code sep=;}, by which spreadsheets are told the delimiter. A
 * field that begins with a double quote goes to the next one that a delimiter or the line's end
 * follows, over lines if need be; two quotes in it are one. Where no such quote follows within the
 * longest row, the row is its first line alone, and has a {@link #problem}. What goes beyond
 * {@value #MAXIMUM_ROW} bytes of a line is dropped, so that no file can exhaust the memory. Fields
 * are stripped of spaces, tabs and line ends around them. Where a space is the delimiter, several
 * are one, and those around a row are none. Not thread-safe.
 */
public final class DelimitedRows implements AutoCloseable {
  /** The most bytes of a row that are read. */
  public static final int MAXIMUM_ROW = 1 << 16;

  private static final byte QUOTE = '"';
  private static final int FIELDS_AT_FIRST = 16;
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=[^\r\n]{0,2}\"?\r?");
  private static final int LONGEST_SEPARATOR_LINE = 10;

  private final RowBuffer buffer;
  private final byte[] bytes;
  private final byte[] delimiter;
  private final boolean quoted;
  private final boolean inRuns;
  private final byte lineEnd;
  private int[] starts = new int[FIELDS_AT_FIRST];
  private int[] ends = new int[FIELDS_AT_FIRST];
  private int fields;
  private byte[] content;
  private byte[] unquoted = {};
  private int unquotedEnd;
  private int rowStart;
  private int rowEnd;
  private long line;
  private long nextLine = 1;
  private boolean cut;
  private boolean inCutLine;
  private boolean malformed;

  private DelimitedRows(RowBuffer buffer, String delimiter, boolean quoted) {
    this.buffer = buffer;
    this.bytes = buffer.bytes();
    this.content = bytes;
    this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
    this.quoted = quoted;
    this.inRuns = delimiter.equals(" ");
    this.lineEnd = buffer.lineEnd();
    skipSeparatorLine();
  }

  /** Opens a file whose fields stand between delimiters and may be in double quotes if so said. */
  public static DelimitedRows open(Path file, String delimiter, boolean quoted) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new DelimitedRows(new RowBuffer(in), delimiter, quoted);
    } catch (IOException | RuntimeException failure) {
      in.close();
      throw failure;
    }
  }

  /** Goes on to the next row that is not blank; false at the end. */
  public boolean next() throws IOException {
    if (inCutLine) {
      skipLine();
    }
    while (buffer.ensure(MAXIMUM_ROW + 2)) {
      rowStart = buffer.position();
      line = nextLine;
      take();
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of the row's fields, at least 1. */
  public int fields() {
    return fields;
  }

  /** Looks at a field by a slice, until the next row. */
  public void field(int index, Slice slice) {
    slice.set(content, starts[index], ends[index]);
  }

  /** Returns a field as text. */
  public String text(int index) {
    return Slice.text(content, starts[index], ends[index]);
  }

  /** Returns the row as it was read, without the end of its last line. */
  public String text() {
    return Slice.text(bytes, rowStart, rowEnd);
  }

  /** Returns the number of the line on which the row begins, from 1. */
  public long line() {
    return line;
  }

  /**
   * Returns why the row cannot be read, or "": it is longer than {@value #MAXIMUM_ROW} bytes, of
   * which it has the first, or a quote of it is not closed as it should be.
   */
  public String problem() {
    if (cut) {
      return "is longer than %,d bytes".formatted(MAXIMUM_ROW);
    }
    return malformed
        ? "has a quote that is not closed before a delimiter or the end of the line"
        : "";
  }

  /** Returns how many bytes of the file have been read. */
  public long offset() {
    return buffer.offset();
  }

  @Override
  public void close() throws IOException {
    buffer.close();
  }

  private void skipSeparatorLine() {
    int start = buffer.position();
    int end = start;
    while (bytes[end] != lineEnd) {
      end++;
    }
    String first =
        new String(
            bytes,
            start,
            Math.min(end - start, LONGEST_SEPARATOR_LINE),
            StandardCharsets.ISO_8859_1);
    if (end < buffer.limit() && SEPARATOR_LINE.matcher(first).matches()) {
      buffer.moveTo(end + 1);
      nextLine = 2;
    }
  }

  private void take() {
    cut = false;
    malformed = false;
    if (!takePlain(quoted) && !takeQuoted()) {
      malformed = true;
      takePlain(false);
    }
  }

  /** Takes a row up to its line's end; false when quotes count and a field begins with one. */
  private boolean takePlain(boolean quotesCount) {
    byte[] window = bytes;
    byte first = delimiter[0];
    byte last = lineEnd;
    int at = inRuns ? skipRun(rowStart) : rowStart;
    int fieldStart = at;
    fields = 0;
    content = window;
    while (true) {
      if (quotesCount && window[at] <= QUOTE && window[skipBlanks(at)] == QUOTE) {
        return false;
      }
      byte next = window[at];
      while (next != last && !(next == first && isDelimiter(at))) {
        next = window[++at];
      }
      if (next == last) {
        addField(fieldStart, at);
        endPlain(at);
        return true;
      }
      addField(fieldStart, at);
      at += delimiter.length;
      if (inRuns) {
        at = skipRun(at);
        if (window[at] == last) {
          endPlain(at);
          return true;
        }
      }
      fieldStart = at;
    }
  }

  /**
   * Ends a row at or before a line's end, which may be the end of the file, or of what is read of a
   * row.
   */
  private void endPlain(int lineAt) {
    int limit = buffer.limit();
    nextLine = line + 1;
    buffer.moveTo(Math.min(lineAt + 1, limit));
    if (lineAt - rowStart <= MAXIMUM_ROW) {
      endText(lineAt);
      return;
    }
    cut = true;
    inCutLine = lineAt == limit && !buffer.ended();
    int end = rowStart + MAXIMUM_ROW;
    while (end > rowStart && (bytes[end] & 0xC0) == 0x80) {
      end--; // not within a character
    }
    while (fields > 1 && starts[fields - 1] > end) {
      fields--;
    }
    ends[fields - 1] = Math.min(ends[fields - 1], end);
    rowEnd = end;
  }

  private void endText(int lineAt) {
    boolean windows = lineEnd == '\n' && lineAt > rowStart && bytes[lineAt - 1] == '\r';
    rowEnd = windows ? lineAt - 1 : lineAt;
  }

  /**
   * Takes a row with quoted fields, whose content it puts side by side; false when one of them is
   * not closed as it should be.
   */
  private boolean takeQuoted() {
    int end = Math.min(buffer.limit(), rowStart + MAXIMUM_ROW);
    boolean whole = buffer.ended() && end == buffer.limit();
    if (unquoted.length == 0) {
      unquoted = new byte[MAXIMUM_ROW];
    }
    content = unquoted;
    unquotedEnd = 0;
    fields = 0;
    nextLine = line + 1;
    int at = inRuns ? skipRun(rowStart) : rowStart;
    while (true) {
      int start = skipBlanks(at);
      at = bytes[start] == QUOTE ? takeQuotedField(start + 1, end) : takePlainField(at, end);
      if (at < 0 || (at == end && !whole)) {
        return false;
      }
      boolean last = bytes[at] == lineEnd;
      if (!last) {
        if (bytes[at] != delimiter[0] || !isDelimiter(at)) {
          return false;
        }
        at = inRuns ? skipRun(at) : at + delimiter.length;
        if (inRuns && at >= end && !whole) {
          return false;
        }
        last = inRuns && bytes[at] == lineEnd;
      }
      if (last) {
        endText(at);
        buffer.moveTo(Math.min(at + 1, buffer.limit()));
        return true;
      }
    }
  }

  /** Takes a field up to its closing quote; returns where it ends, or -1 when there is none. */
  private int takeQuotedField(int start, int end) {
    int fieldStart = unquotedEnd;
    int at = start;
    while (at < end && (bytes[at] != QUOTE || (at + 1 < end && bytes[at + 1] == QUOTE))) {
      if (bytes[at] == QUOTE) {
        at++;
      } else if (bytes[at] == lineEnd) {
        nextLine++;
      }
      unquoted[unquotedEnd++] = bytes[at++];
    }
    if (at == end) {
      return -1;
    }
    addField(fieldStart, unquotedEnd);
    at = skipBlanks(at + 1);
    return lineEnd == '\n' && bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 1 : at;
  }

  private int takePlainField(int start, int end) {
    int fieldStart = unquotedEnd;
    int at = start;
    while (at < end && bytes[at] != lineEnd && !(bytes[at] == delimiter[0] && isDelimiter(at))) {
      unquoted[unquotedEnd++] = bytes[at++];
    }
    addField(fieldStart, unquotedEnd);
    return at;
  }

  private void addField(int from, int to) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    int start = from;
    int end = to;
    while (start < end && isSpace(content[start])) {
      start++;
    }
    while (start < end && isSpace(content[end - 1])) {
      end--;
    }
    starts[fields] = start;
    ends[fields++] = end;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  }

  /** The next position that is not a space or tab before it, unless that is what delimits. */
  private int skipBlanks(int from) {
    int at = from;
    while ((bytes[at] == ' ' || bytes[at] == '\t') && bytes[at] != delimiter[0]) {
      at++;
    }
    return at;
  }

  /**
   * Whether the delimiter, whose first byte stands here, goes on; a line's end stops the search.
   */
  private boolean isDelimiter(int at) {
    for (int i = 1; i < delimiter.length; i++) {
      if (bytes[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  /** The next position that is not a space; where the line ends there, its very end. */
  private int skipRun(int from) {
    int at = from;
    while (bytes[at] == ' ') {
      at++;
    }
    return lineEnd == '\n' && bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 1 : at;
  }

  private boolean isBlank() {
    for (int at = rowStart; at < rowEnd; at++) {
      if (!isSpace(bytes[at])) {
        return false;
      }
    }
    return true;
  }

  private void skipLine() throws IOException {
    while (inCutLine && buffer.ensure(1)) {
      int at = buffer.position();
      while (bytes[at] != lineEnd) {
        at++;
      }
      inCutLine = at == buffer.limit();
      buffer.moveTo(Math.min(at + 1, buffer.limit()));
    }
    inCutLine = false;
  }
}
