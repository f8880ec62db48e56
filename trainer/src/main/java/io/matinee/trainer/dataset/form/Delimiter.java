package io.matinee.trainer.dataset.form;

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
  /** One or more, as R writes tables. */
  SPACES(" ", true);

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
}
