package io.matinee.trainer.store;

/**
 * Names of files on the trainer's disk that callers may choose: only ASCII letters, digits, dots,
 * dashes and underscores, so that every system can keep them and none leads anywhere else.
 */
public final class PlainName {
  private static final int LONGEST = 64;

  private PlainName() {}

  /** Returns a name like the one that was given, with the same ending. */
  public static String of(String given) {
    String plain = given.replaceAll("[^A-Za-z0-9._-]", "_");
    String ending = plain.substring(Math.max(0, plain.length() - LONGEST));
    String visible = ending.replaceFirst("^\\.+", "");
    return visible.isEmpty() ? "file" : visible;
  }
}
