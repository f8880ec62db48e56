package io.matinee.runtime.error;

import java.util.HexFormat;

/**
 * Text of others as errors and logs repeat it: on one line, with nothing in it that moves a cursor,
 * ends a line or turns the direction of reading, and cut where it gets long.
 *
 * <p>What has no form of its own (Unicode's control and format characters, line and paragraph
 * separators, lone surrogates) is written as in Java, {@code \n} or {@code \u202E}. What is cut
 * ends in an ellipsis. No character is split.
 */
public final class Excerpt {
  /** The most bytes of an input that are shown, in UTF-8. */
  public static final int MOST_BYTES = 256;

  private static final String ELLIPSIS = "…";
  private static final int ELLIPSIS_BYTES = 3;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final StringBuilder shown = new StringBuilder();
  private final int mostBytes;
  private int bytes;
  private int cut;

  private Excerpt(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Returns an input in double quotes, at most {@value #MOST_BYTES} bytes of it; quotes and
   * backslashes in it are escaped, so that its end can be told.
   */
  public static String of(String input) {
    return '"' + new Excerpt(MOST_BYTES).take(input, "\"\\") + '"';
  }

  /**
   * Returns a text on one line. Taking the line of a line changes nothing.
   *
   * @param mostBytes the most bytes of the line in UTF-8, at least 3
   */
  public static String line(String text, int mostBytes) {
    return isLine(text, mostBytes) ? text : new Excerpt(mostBytes).take(text, "");
  }

  /** Returns whether a text surely is a line already; three bytes is the most that a char takes. */
  private static boolean isLine(String text, int mostBytes) {
    return text.length() <= mostBytes / 3 && isPlain(text);
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      boolean plain = unit >= ' ' && unit <= '~';
      if (!plain && (unit >= Character.MIN_SURROGATE || !isVisible(unit))) {
        return false;
      }
    }
    return true;
  }

  private String take(String text, String escaped) {
    int at = 0;
    while (at < text.length() && bytes <= mostBytes) {
      int character = text.codePointAt(at);
      show(character, escaped);
      at += Character.charCount(character);
    }
    return at == text.length() && bytes <= mostBytes
        ? shown.toString()
        : shown.substring(0, cut) + ELLIPSIS;
  }

  private void show(int character, String escaped) {
    if (!isVisible(character)) {
      escape(character);
    } else {
      if (escaped.indexOf(character) >= 0) {
        append('\\');
      }
      append(character);
    }
    if (bytes <= mostBytes - ELLIPSIS_BYTES) {
      cut = shown.length();
    }
  }

  private void escape(int character) {
    switch (character) {
      case '\n' -> append("\\n");
      case '\r' -> append("\\r");
      case '\t' -> append("\\t");
      default -> {
        for (char unit : Character.toChars(character)) {
          append("\\u" + HEX.toHexDigits(unit));
        }
      }
    }
  }

  private void append(String ascii) {
    shown.append(ascii);
    bytes += ascii.length();
  }

  private void append(int character) {
    shown.appendCodePoint(character);
    bytes += size(character);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static int size(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
  }
}
