package io.matinee.trainer.dataset.text;

/** Takes rows with quoted fields, whose content it puts side by side. Not thread-safe. */
final class QuotedRow {
  static final byte QUOTE = '"';

  private final byte[] window;
  private final RowSyntax syntax;
  private final RowFields fields;
  private byte[] unquoted = {};
  private int unquotedEnd;
  private int linesWithin;

  /** Takes rows out of a window, each into the same fields. */
  QuotedRow(byte[] window, RowSyntax syntax, RowFields fields) {
    this.window = window;
    this.syntax = syntax;
    this.fields = fields;
  }

  /**
   * Takes a row.
   *
   * @param start where it begins
   * @param end where what may be read of it ends, at most {@link DelimitedRows#MAXIMUM_ROW} bytes
   *     further
   * @param whole whether the file ends there too
   * @return where its last line ends, or -1 when a quote of it is not closed as it should be
   */
  int take(int start, int end, boolean whole) {
    if (unquoted.length == 0) {
      unquoted = new byte[DelimitedRows.MAXIMUM_ROW];
    }
    unquotedEnd = 0;
    linesWithin = 0;
    fields.clear(unquoted);
    int at = syntax.begin(window, start);
    while (true) {
      at = takeField(at, end);
      if (at < 0 || (at == end && !whole)) {
        return -1;
      }
      if (window[at] == syntax.lineEnd()) {
        return at;
      }
      if (!isDelimiter(at)) {
        return -1;
      }
      at = syntax.skipDelimiter(window, at);
      if (syntax.inRuns()) {
        if (at >= end && !whole) {
          return -1;
        }
        if (window[at] == syntax.lineEnd()) {
          return at;
        }
      }
    }
  }

  /** Returns how many lines ended within quotes of the row. */
  int linesWithin() {
    return linesWithin;
  }

  /** Takes a field; returns where it ends, or -1 when its quote is not closed. */
  private int takeField(int start, int end) {
    int first = syntax.skipBlanks(window, start);
    return window[first] == QUOTE ? takeQuoted(first + 1, end) : takePlain(start, end);
  }

  private int takeQuoted(int start, int end) {
    int fieldStart = unquotedEnd;
    int at = start;
    while (at < end && (window[at] != QUOTE || (at + 1 < end && window[at + 1] == QUOTE))) {
      if (window[at] == QUOTE) {
        at++;
      } else if (window[at] == syntax.lineEnd()) {
        linesWithin++;
      }
      unquoted[unquotedEnd++] = window[at++];
    }
    if (at == end) {
      return -1;
    }
    fields.add(fieldStart, unquotedEnd);
    return syntax.skipReturn(window, syntax.skipBlanks(window, at + 1));
  }

  private int takePlain(int start, int end) {
    int fieldStart = unquotedEnd;
    int at = start;
    while (at < end && window[at] != syntax.lineEnd() && !isDelimiter(at)) {
      unquoted[unquotedEnd++] = window[at++];
    }
    fields.add(fieldStart, unquotedEnd);
    return at;
  }

  private boolean isDelimiter(int at) {
    return window[at] == syntax.first() && syntax.goesOn(window, at);
  }
}
