package io.matinee.runtime.validation;

import build.buf.validate.StringRules;

/**
 * Lengths of which every string keeps its rules, so that most need no further look: a character is
 * one or two chars, and a char at most three bytes.
 *
 * @param from the least, in chars
 * @param to the most
 */
record SureLength(long from, long to) {
  private static final SureLength NONE = new SureLength(1, 0);

  /** Returns the lengths for which a contract's rules hold; none when it has others than bounds. */
  static SureLength of(StringRules stated) {
    StringRules others =
        stated.toBuilder().clearMinLen().clearMaxLen().clearMinBytes().clearMaxBytes().build();
    if (!others.equals(StringRules.getDefaultInstance())) {
      return NONE;
    }
    long characters = stated.hasMaxLen() ? stated.getMaxLen() : Long.MAX_VALUE;
    long bytes = stated.hasMaxBytes() ? stated.getMaxBytes() : Long.MAX_VALUE;
    return new SureLength(
        Math.max(2 * stated.getMinLen(), stated.getMinBytes()), Math.min(characters, bytes / 3));
  }

  /** Returns whether a string has such a length. */
  boolean has(String value) {
    return value.length() >= from && value.length() <= to;
  }
}
