package io.matinee.model.ratings;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Identifiers that are integers: an optional minus and 1 to 18 digits, zeros in front too. */
final class WholeNumbers {
  private static final int MOST_DIGITS = 18;

  private WholeNumbers() {}

  static boolean is(String id) {
    int start = id.startsWith("-") ? 1 : 0;
    return hasRightLength(id.length() - start)
        && id.chars().skip(start).allMatch(WholeNumbers::isDigit);
  }

  static boolean is(MemorySegment text, long start, long end) {
    long first = firstDigit(text, start, end);
    if (!hasRightLength(end - first)) {
      return false;
    }
    for (long at = first; at < end; at++) {
      if (!isDigit(text.get(ValueLayout.JAVA_BYTE, at))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the value of what {@link #is} an integer. */
  static long value(MemorySegment text, long start, long end) {
    long first = firstDigit(text, start, end);
    long value = 0;
    for (long at = first; at < end; at++) {
      value = 10 * value + text.get(ValueLayout.JAVA_BYTE, at) - '0';
    }
    return first > start ? -value : value;
  }

  private static long firstDigit(MemorySegment text, long start, long end) {
    return start < end && text.get(ValueLayout.JAVA_BYTE, start) == '-' ? start + 1 : start;
  }

  private static boolean hasRightLength(long digits) {
    return digits >= 1 && digits <= MOST_DIGITS;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
