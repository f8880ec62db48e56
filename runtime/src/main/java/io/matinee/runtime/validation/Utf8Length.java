package io.matinee.runtime.validation;

/** How many bytes a string takes in UTF-8. */
public final class Utf8Length {
  private Utf8Length() {}

  /** Returns whether a string takes at most so many bytes; most are so short that none counts. */
  public static boolean fits(String value, long mostBytes) {
    return value.length() * 3L <= mostBytes || of(value) <= mostBytes;
  }

  /** Returns the length in bytes; a lone surrogate counts as the three bytes of U+FFFD. */
  static long of(String value) {
    long bytes = value.length();
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit >= 0x800) {
        bytes += Character.isSurrogate(unit) ? 1 : 2;
      } else if (unit >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }
}
