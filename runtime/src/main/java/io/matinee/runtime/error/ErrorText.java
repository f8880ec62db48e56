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

  /** What may stand before a word. */
  private static final String BEFORE_WORDS = " \t\n\f\r\"'`([<{=:,;|";

  /** An absolute path of two names or more, where a word may begin; the last name is the group. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<=^|[\\Q"
              + BEFORE_WORDS
              + "\\E])(?:file:/{0,2})?(?:/[^\\s\"'`()\\[\\]<>{}:,;|/]+)+(/[^\\s\"'`()\\[\\]<>{}:,;|/]+)/?");

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
    return Excerpt.line(mayNameAPath(text) ? withoutPaths(text) : text, mostBytes);
  }

  private static String withoutPaths(String text) {
    String read = text.length() <= READ ? text : text.substring(0, READ);
    return PATH.matcher(read).replaceAll("…$1");
  }

  /** Returns whether a word begins with a slash, or after {@code file:}; most texts have none. */
  private static boolean mayNameAPath(String text) {
    int slash = text.indexOf('/');
    while (slash > 0 && BEFORE_WORDS.indexOf(text.charAt(slash - 1)) < 0) {
      slash = text.indexOf('/', slash + 1);
    }
    return slash >= 0;
  }
}
