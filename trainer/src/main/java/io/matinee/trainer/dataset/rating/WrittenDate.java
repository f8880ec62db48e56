package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;

/** Dates of ISO 8601, {@code 2015-03-01}, and the days of which they are. */
final class WrittenDate {
  /** What {@link #day} returns for what is no date. */
  static final int NONE = Integer.MIN_VALUE;

  /** The length of a date. */
  static final int LENGTH = 10;

  private static final int CENTURY = 100;
  private static final int YEAR_PLACE = 1_000_000;
  private static final int MONTH_PLACE = 1_000;
  private static final int FIRST_DASH = 2 * Byte.SIZE;
  private static final int SECOND_DASH = 5 * Byte.SIZE;
  private static final long DASHES = ((long) '-' << FIRST_DASH) | ((long) '-' << SECOND_DASH);
  private static final long PLACES = (0xFFL << FIRST_DASH) | (0xFFL << SECOND_DASH);
  private static final long ZEROS = ((long) '0' << FIRST_DASH) | ((long) '0' << SECOND_DASH);

  private static final int FEBRUARY = 2;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_FEBRUARY = 28;
  private static final int DAYS_A_YEAR = 365;

  /** Days from the first of March to that of each month, in fifths that are rounded. */
  private static final int FIFTHS = 153;

  /** The days from the year 0 to 1970. */
  private static final int EPOCH = 719_468;

  private WrittenDate() {}

  /** Returns the day, counted from 1970, that ten bytes are the date of, or {@link #NONE}. */
  static int day(Slice text) {
    long word = text.lastWord();
    int digits = (word & PLACES) == DASHES ? Digits.value(word & ~PLACES | ZEROS) : Digits.NONE;
    int first = text.bytes()[text.start()] - '0';
    int second = text.bytes()[text.start() + 1] - '0';
    if (digits == Digits.NONE || first < 0 || first > 9 || second < 0 || second > 9) {
      return NONE;
    }
    return day(
        (10 * first + second) * CENTURY + digits / YEAR_PLACE,
        digits / MONTH_PLACE % MONTH_PLACE,
        digits % MONTH_PLACE);
  }

  /**
   * Returns a day, counted from 1970, or {@link #NONE} where the month has none such.
   *
   * @param year the year, from 0 to 9999
   * @see <a href="https://howardhinnant.github.io/date_algorithms.html#days_from_civil">days from
   *     civil</a>
   */
  static int day(int year, int month, int day) {
    if (month < 1 || month > MONTHS || day < 1 || day > daysOf(year, month)) {
      return NONE;
    }
    // Years that begin in March end with the day that some do not have.
    int from = month > FEBRUARY ? year : year - 1;
    int months = (month + 9) % MONTHS;
    int leapDays = Math.floorDiv(from, 4) - Math.floorDiv(from, CENTURY) + Math.floorDiv(from, 400);
    return DAYS_A_YEAR * from + leapDays + (FIFTHS * months + 2) / 5 + day - 1 - EPOCH;
  }

  private static int daysOf(int year, int month) {
    if (month == FEBRUARY) {
      boolean leap = year % 4 == 0 && (year % CENTURY != 0 || year % 400 == 0);
      return leap ? DAYS_OF_FEBRUARY + 1 : DAYS_OF_FEBRUARY;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
}
