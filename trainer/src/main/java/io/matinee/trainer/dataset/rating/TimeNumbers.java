package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.row.RatingRows;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What plain numbers in a column of times are; dates of ISO 8601 with dashes are dates in each. */
public enum TimeNumbers {
  /** Seconds since 1970. */
  SECONDS("seconds since 1970"),
  /** Dates as {@code 20150301}, which as seconds would all lie in the August of 1970. */
  DATES("dates such as 20150301"),
  /** Years, each of which stands for its beginning. */
  YEARS("years, each of which counts as its beginning");

  private static final int LOOKED_AT = 1_000;
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.0*)?");
  private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");
  private static final Pattern YEAR = Pattern.compile("(19\\d\\d|20\\d\\d|2100)(\\.0*)?");

  private final String words;

  TimeNumbers(String words) {
    this.words = words;
  }

  /**
   * Tells what the first 1,000 rows say: dates where most of their numbers are, years where all
   * are, from 1900 to 2100; a 0, which stands for an unknown time, says nothing.
   */
  public static TimeNumbers of(RatingRows rows) throws IOException {
    int numbers = 0;
    int dates = 0;
    int years = 0;
    for (int row = 0; row < LOOKED_AT && rows.next(); row++) {
      String time = rows.problem().isEmpty() && rows.timed() ? rows.time().text() : "";
      if (NUMBER.matcher(time).matches() && !ZERO.matcher(time).matches()) {
        numbers++;
        dates += isDate(time) ? 1 : 0;
        years += YEAR.matcher(time).matches() ? 1 : 0;
      }
    }
    if (2 * dates > numbers) {
      return DATES;
    }
    return years > 0 && years == numbers ? YEARS : SECONDS;
  }

  /** Returns what they are, in words. */
  String inWords() {
    return words;
  }

  private static boolean isDate(String number) {
    String digits = number.replaceFirst("\\..*", "");
    if (digits.length() != "yyyymmdd".length() || !YEAR.matcher(digits.substring(0, 4)).matches()) {
      return false;
    }
    try {
      LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
