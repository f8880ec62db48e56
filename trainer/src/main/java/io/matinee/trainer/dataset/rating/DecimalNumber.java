package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Plain decimal numbers: an optional sign, the digits 0 to 9 with at most one point among them, and
 * an exponent of ten as spreadsheets write it. Nothing else that a programming language takes for a
 * number is one: no 4f, 0x1p1, 1_000 or NaN.
 */
final class DecimalNumber {
  /** What {@link #parse} returns for what is no such number. */
  static final float NONE = Float.NaN;

  private static final int EXACT_DIGITS = 7;
  private static final float[] POWERS_OF_TEN = {1, 10, 100, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};

  private DecimalNumber() {}

  /**
   * Returns the nearest float to a number, or {@link #NONE}. Up to 7 digits and their power of ten
   * are floats themselves, so that their quotient is the nearest.
   */
  static float parse(Slice text) {
    byte[] bytes = text.bytes();
    int at = text.start();
    int end = text.end();
    boolean negative = at < end && bytes[at] == '-';
    if (negative || (at < end && bytes[at] == '+')) {
      at++;
    }
    int mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = 10 * mantissa + digit;
        digits++;
        decimals += point ? 1 : 0;
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0 || (at < end && !isExponent(bytes, at, end))) {
      return NONE;
    }
    if (at < end || digits > EXACT_DIGITS) {
      return parsed(text);
    }
    float number = mantissa / POWERS_OF_TEN[decimals];
    return negative && number != 0 ? -number : number;
  }

  private static boolean isExponent(byte[] bytes, int from, int end) {
    int at = from;
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return false;
    }
    at++;
    if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
      at++;
    }
    int first = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at == end && at > first;
  }

  private static float parsed(Slice text) {
    String number =
        new String(text.bytes(), text.start(), text.length(), StandardCharsets.ISO_8859_1);
    float value = Float.parseFloat(number);
    return value == 0 ? 0 : value; // there is one zero
  }
}
