package io.matinee.runtime.error;

import java.util.regex.Pattern;

/**
 * What an error may say, whatever was put into its words: lines of bounded length without an
 * absolute path of this machine. Together with two KiB of field problems an error stays below the 8
 * KiB of headers that clients take by default.
 */
final class ErrorText {
  private static final int READ = 4096;
  private static final int MESSAGE = 768;
  private static final int PROBLEM = 512;

  /** An absolute path of two names or more, where a word may begin; the last name is the group. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<=^|[\\s\"'`(\\[<{=:,;|])(?:file:/{0,2})?(?:/[^\\s\"'`()\\[\\]<>{}:,;|/]+)+(/[^\\s\"'`()\\[\\]<>{}:,;|/]+)/?");

  private ErrorText() {}

  /** Returns a message as it may be told; of paths the last name is left. */
  static String message(String text) {
    return told(text, MESSAGE);
  }

  /** Returns what is wrong with a field, as it may be told. */
  static String problem(String text) {
    return told(text, PROBLEM);
  }

  /** Returns a name or a value as it may be told. */
  static String value(String text) {
    return Excerpt.line(text, Excerpt.MOST_BYTES);
  }

  private static String told(String text, int mostBytes) {
    String line = Excerpt.line(text, READ);
    String told = line.indexOf('/') < 0 ? line : PATH.matcher(line).replaceAll("…$1");
    return Excerpt.line(told, mostBytes);
  }
}
