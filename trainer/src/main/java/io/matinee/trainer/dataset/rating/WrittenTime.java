package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;

/**
 * Reads times: decimal numbers of seconds since 1970, or of what else they are in a file; or ISO
 * 8601 as a date or a date with a time of day, where no zone stands for UTC. A fraction of a second
 * is left out, and said. Not thread-safe.
 */
final class WrittenTime {
  /** What {@link #read} returns for what is no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int USUAL_DIGITS = 10;
  private static final long EIGHT_DIGITS = 100_000_000;
  private static final int SECONDS_A_DAY = 86_400;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final int SECONDS_A_MINUTE = 60;
  private static final long MOST = Long.MAX_VALUE / 10 - 1;

  private final TimeNumbers numbers;
  private byte[] bytes = {};
  private int at;
  private int end;
  private boolean fractional;
  private boolean sound;

  WrittenTime(TimeNumbers numbers) {
    this.numbers = numbers;
  }

  /** Returns the seconds since 1970, or {@link #NONE}. */
  long read(Slice text) {
    bytes = text.bytes();
    at = text.start();
    end = text.end();
    fractional = false;
    boolean date = text.length() > 4 && bytes[at + 4] == '-';
    if (date) {
      return text.length() == WrittenDate.LENGTH ? midnight(WrittenDate.day(text)) : readDate();
    }
    return numbers == TimeNumbers.SECONDS ? readSeconds(text) : readPlainDate();
  }

  /** Whether the time that was read last had a fraction of a second, which is not in it. */
  boolean isFractional() {
    return fractional;
  }

  private long readSeconds(Slice text) {
    if (text.length() > Long.BYTES && text.length() <= USUAL_DIGITS) {
      long seconds = usualSeconds(text);
      if (seconds != NONE) {
        return seconds;
      }
    }
    boolean negative = take('-');
    if (!negative) {
      take('+');
    }
    int first = at;
    long seconds = 0;
    while (at < end && isDigit()) {
      seconds = seconds > MOST ? seconds : 10 * seconds + (bytes[at] - '0');
      at++;
    }
    if (at == first) {
      return NONE;
    }
    if (take('.')) {
      takeFraction();
    }
    if (at < end) {
      return NONE;
    }
    return negative ? -seconds - (fractional ? 1 : 0) : seconds;
  }

  /** Seconds of nine or ten digits, as all times are from 1973 on, or {@link #NONE}. */
  private long usualSeconds(Slice text) {
    long last = Digits.value(text.lastWord());
    int second = bytes[end - Long.BYTES - 1] - '0';
    int first = text.length() == USUAL_DIGITS ? bytes[at] - '0' : 0;
    boolean digits = last >= 0 && first >= 0 && first <= 9 && second >= 0 && second <= 9;
    return digits ? (10L * first + second) * EIGHT_DIGITS + last : NONE;
  }

  private long readPlainDate() {
    sound = true;
    int year = number(4);
    boolean whole = numbers == TimeNumbers.DATES;
    long midnight = midnight(WrittenDate.day(year, whole ? number(2) : 1, whole ? number(2) : 1));
    if (take('.')) {
      takeFraction();
    }
    return sound && at == end && !fractional ? midnight : NONE;
  }

  private long readDate() {
    sound = true;
    int year = number(4);
    require('-');
    int month = number(2);
    require('-');
    long midnight = midnight(WrittenDate.day(year, month, number(2)));
    if (!sound || midnight == NONE) {
      return NONE;
    }
    if (!take('T') && !take(' ') && !take('t')) {
      return NONE;
    }
    long seconds = midnight + readTimeOfDay() - readOffset();
    return sound && at == end ? seconds : NONE;
  }

  private static long midnight(int day) {
    return day == WrittenDate.NONE ? NONE : (long) day * SECONDS_A_DAY;
  }

  private int readTimeOfDay() {
    int hour = number(2);
    require(':');
    int minute = number(2);
    int second = 0;
    if (take(':')) {
      second = number(2);
      if (take('.') || take(',')) {
        sound &= at < end && isDigit();
        takeFraction();
      }
    }
    sound &= hour < 24 && minute < 60 && second < 60;
    return hour * SECONDS_AN_HOUR + minute * SECONDS_A_MINUTE + second;
  }

  /** How far the time of day is ahead of UTC, in seconds. */
  private int readOffset() {
    take(' ');
    if (at == end || take('Z') || take('z') || takeUtc()) {
      return 0;
    }
    boolean behind = take('-');
    if (!behind) {
      require('+');
    }
    int hours = number(2);
    int minutes = 0;
    if (at < end) {
      take(':');
      minutes = number(2);
    }
    sound &= hours < 24 && minutes < 60;
    int offset = hours * SECONDS_AN_HOUR + minutes * SECONDS_A_MINUTE;
    return behind ? -offset : offset;
  }

  private boolean takeUtc() {
    return take('U') && take('T') && take('C');
  }

  private void takeFraction() {
    while (at < end && isDigit()) {
      fractional |= bytes[at] != '0';
      at++;
    }
  }

  private int number(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      if (at == end || !isDigit()) {
        sound = false;
        return 0;
      }
      number = 10 * number + (bytes[at++] - '0');
    }
    return number;
  }

  private boolean isDigit() {
    return bytes[at] >= '0' && bytes[at] <= '9';
  }

  private void require(char wanted) {
    sound &= take(wanted);
  }

  private boolean take(char wanted) {
    boolean there = at < end && bytes[at] == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
