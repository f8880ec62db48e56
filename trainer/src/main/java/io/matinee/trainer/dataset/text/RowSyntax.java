package io.matinee.trainer.dataset.text;

import java.nio.charset.StandardCharsets;

/**
 * What stands between the fields and rows of a file. Its methods look at a window behind whose last
 * byte a line end stands, and so need no bound. Immutable.
 */
final class RowSyntax {
  private final byte[] delimiter;
  private final boolean inRuns;
  private final byte lineEnd;
  private final EitherByte fieldEnds;

  /**
   * The syntax of a file.
   *
   * @param delimiter what stands between fields; where it is a space, several are one
   * @param lineEnd what ends a line, or is the last byte of what does
   */
  RowSyntax(String delimiter, byte lineEnd) {
    this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
    this.inRuns = delimiter.equals(" ");
    this.lineEnd = lineEnd;
    this.fieldEnds = new EitherByte(this.delimiter[0], lineEnd);
  }

  /** Whether a byte is white space, which is stripped from around fields. */
  static boolean isSpace(byte character) {
    return character <= ' '
        && (character == ' ' || character == '\t' || character == '\r' || character == '\n');
  }

  /** Returns the first byte of a delimiter. */
  byte first() {
    return delimiter[0];
  }

  /** Returns the last byte of a line's end. */
  byte lineEnd() {
    return lineEnd;
  }

  /** Whether several delimiters are one, and those around a row are none. */
  boolean inRuns() {
    return inRuns;
  }

  /** Whether the delimiter whose first byte stands here goes on. */
  boolean goesOn(byte[] window, int at) {
    for (int i = 1; i < delimiter.length; i++) {
      if (window[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the next position at which a delimiter or a line's end stands. */
  int fieldEnd(byte[] window, int from) {
    int at = fieldEnds.next(window, from);
    while (window[at] != lineEnd && !goesOn(window, at)) {
      at = fieldEnds.next(window, at + 1);
    }
    return at;
  }

  /** Returns where the first field of a row begins. */
  int begin(byte[] window, int rowStart) {
    return inRuns ? skipRun(window, rowStart) : rowStart;
  }

  /** Returns the position behind the delimiter that stands here, or behind the run of them. */
  int skipDelimiter(byte[] window, int at) {
    int next = at + delimiter.length;
    return inRuns ? skipRun(window, next) : next;
  }

  /** Returns the next position without a space or tab, unless that is what delimits. */
  int skipBlanks(byte[] window, int from) {
    int at = from;
    while ((window[at] == ' ' || window[at] == '\t') && window[at] != delimiter[0]) {
      at++;
    }
    return at;
  }

  /** Returns the last byte of the line's end whose first one may stand here. */
  int skipReturn(byte[] window, int at) {
    return lineEnd == '\n' && window[at] == '\r' && window[at + 1] == '\n' ? at + 1 : at;
  }

  private int skipRun(byte[] window, int from) {
    int at = from;
    while (window[at] == ' ') {
      at++;
    }
    return skipReturn(window, at);
  }
}
