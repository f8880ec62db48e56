package io.matinee.cli.output;

import java.util.stream.Collectors;

/** Text of others, such as titles and rows of files, on a terminal. */
public final class PlainText {
  private PlainText() {}

  /**
   * Returns a text on one line, without anything that moves a cursor, colours, or turns the
   * direction of reading: line ends and tabs become blanks, other control and format characters
   * "?".
   */
  public static String line(String text) {
    return text.codePoints().mapToObj(PlainText::shown).collect(Collectors.joining());
  }

  private static String shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Character.isWhitespace(character) ? " " : "?";
      case Character.FORMAT, Character.SURROGATE -> "?";
      default -> Character.toString(character);
    };
  }
}
