package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

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

  private final RowBuffer buffer;
  private final byte[] bytes;
  private final RowSyntax syntax;
  private final RowFields fields;
  private final QuotedRow quotedRow;
  private final boolean quoted;
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
    this.syntax = new RowSyntax(delimiter, buffer.lineEnd());
    this.fields = new RowFields(bytes);
    this.quotedRow = new QuotedRow(bytes, syntax, fields);
    this.quoted = quoted;
    if (SeparatorLine.isNext(buffer)) {
      buffer.moveTo(SeparatorLine.end(buffer) + 1);
      nextLine = 2;
    }
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
    return fields.count();
  }

  /** Looks at a field by a slice, until the next row. */
  public void field(int index, Slice slice) {
    fields.look(index, slice);
  }

  /** Returns a field as text. */
  public String text(int index) {
    return fields.text(index);
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
    byte last = syntax.lineEnd();
    int at = syntax.begin(window, rowStart);
    fields.clear(window);
    while (true) {
      if (quotesCount
          && window[at] <= QuotedRow.QUOTE
          && window[syntax.skipBlanks(window, at)] == QuotedRow.QUOTE) {
        return false;
      }
      int fieldStart = at;
      at = syntax.fieldEnd(window, at);
      byte next = window[at];
      fields.add(fieldStart, at);
      if (next != last) {
        at = syntax.skipDelimiter(window, at);
      }
      if (next == last || (syntax.inRuns() && window[at] == last)) {
        endPlain(at);
        return true;
      }
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
    fields.cutAt(end);
    rowEnd = end;
  }

  private void endText(int lineAt) {
    boolean windows = syntax.lineEnd() == '\n' && lineAt > rowStart && bytes[lineAt - 1] == '\r';
    rowEnd = windows ? lineAt - 1 : lineAt;
  }

  /** Takes a row with quoted fields; false when one of them is not closed as it should be. */
  private boolean takeQuoted() {
    int end = Math.min(buffer.limit(), rowStart + MAXIMUM_ROW);
    int lineAt = quotedRow.take(rowStart, end, buffer.ended() && end == buffer.limit());
    if (lineAt < 0) {
      return false;
    }
    nextLine = line + 1 + quotedRow.linesWithin();
    endText(lineAt);
    buffer.moveTo(Math.min(lineAt + 1, buffer.limit()));
    return true;
  }

  private boolean isBlank() {
    for (int at = rowStart; at < rowEnd; at++) {
      if (!RowSyntax.isSpace(bytes[at])) {
        return false;
      }
    }
    return true;
  }

  private void skipLine() throws IOException {
    while (inCutLine && buffer.ensure(1)) {
      int at = buffer.position();
      while (bytes[at] != syntax.lineEnd()) {
        at++;
      }
      inCutLine = at == buffer.limit();
      buffer.moveTo(Math.min(at + 1, buffer.limit()));
    }
    inCutLine = false;
  }
}
