package io.matinee.trainer.dataset.form;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What may stand between the fields of a row; the first that fits is meant. */
public enum Delimiter {
  /** As in MovieLens 1M and 10M, and MovieTweetings. */
  DOUBLE_COLON("::", false),
  /** As in MovieLens 100k, and in tab-separated files. */
  TAB("\t", true),
  /** As spreadsheets write where the comma is in numbers. */
  SEMICOLON(";", true),
  /** As in csv. */
  COMMA(",", true),
  /** As in tables. */
  BAR("|", true),
  /** One or more. */
  SPACES(" ", false);

  private static final Pattern RUN_OF_SPACES = Pattern.compile(" +");

  private final String text;
  private final boolean quotable;

  Delimiter(String text, boolean quotable) {
    this.text = text;
    this.quotable = quotable;
  }

  /** Returns the delimiter as it is written. */
  public String text() {
    return text;
  }

  /** Whether fields between such delimiters may be in double quotes. */
  public boolean quotable() {
    return quotable;
  }

  /** Returns the fields of a line of plain fields. */
  List<String> split(String line) {
    String[] fields =
        this == SPACES
            ? RUN_OF_SPACES.split(line.strip(), -1)
            : line.split(Pattern.quote(text), -1);
    return Arrays.stream(fields).map(Delimiter::plain).toList();
  }

  private static String plain(String field) {
    String stripped = field.strip();
    boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
    return quoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
  }
}
