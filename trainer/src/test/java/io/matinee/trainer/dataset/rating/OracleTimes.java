package io.matinee.trainer.dataset.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What plain numbers are to the oracle where it reads times. */
enum OracleTimes {
  SECONDS,
  DATES,
  YEARS;

  /** By how many rows it is told. */
  static final int LOOKED_AT = 1_000;

  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?");
  private static final Pattern YEAR = Pattern.compile("(19[0-9]{2}|20[0-9]{2}|2100)(\\.0*)?");
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)([.,][0-9]+)?"
              + "(?: ?(?:([Zz]|UTC)|([+-][0-9]{2})(?::?([0-9]{2}))?))?)?");

  /** Returns what the numbers of a file are whose first times these are. */
  static OracleTimes of(List<String> first) {
    List<String> numbers =
        first.stream().filter(time -> time.matches("(?!0+(\\.0*)?$)[0-9]+(\\.0*)?")).toList();
    long dates =
        numbers.stream()
            .filter(number -> number.matches("(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{4}(\\.0*)?"))
            .filter(number -> midnight(whole(number)).isPresent())
            .count();
    if (2 * dates > numbers.size()) {
      return DATES;
    }
    boolean years = numbers.stream().allMatch(number -> YEAR.matcher(number).matches());
    return years && !numbers.isEmpty() ? YEARS : SECONDS;
  }

  /** Returns the seconds since 1970 that a field says; empty where it is no time. */
  Optional<Long> read(String field) {
    Matcher date = DATE.matcher(field);
    Optional<BigDecimal> seconds = date.matches() ? date(date) : number(field);
    return seconds
        .map(exact -> exact.setScale(0, RoundingMode.FLOOR))
        .filter(whole -> whole.signum() >= 0)
        .filter(whole -> whole.compareTo(new BigDecimal(4_133_980_799L)) <= 0)
        .map(BigDecimal::longValueExact);
  }

  private Optional<BigDecimal> number(String field) {
    if (this == SECONDS) {
      return PLAIN.matcher(field).matches()
          ? Optional.of(new BigDecimal(field.endsWith(".") ? field + "0" : field))
          : Optional.empty();
    }
    String digits = whole(field);
    return this == DATES
        ? midnight(digits)
        : midnight(digits + "0101").filter(day -> digits.length() == 4);
  }

  private static String whole(String number) {
    return number.replaceFirst("\\.0*$", "");
  }

  private static Optional<BigDecimal> midnight(String digits) {
    try {
      LocalDate day =
          LocalDate.parse(
              digits,
              DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT));
      return Optional.of(BigDecimal.valueOf(86_400L * day.toEpochDay()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> date(Matcher date) {
    try {
      LocalDate day = LocalDate.parse(date.group(1));
      LocalTime time = date.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(date.group(2));
      if (date.group(3) != null && date.group(2).length() < 8) {
        return Optional.empty();
      }
      long seconds = LocalDateTime.of(day, time).toEpochSecond(ZoneOffset.UTC);
      if (date.group(5) != null) {
        int hours = Integer.parseInt(date.group(5).substring(1));
        int minutes = date.group(6) == null ? 0 : Integer.parseInt(date.group(6));
        if (hours > 23 || minutes > 59) {
          return Optional.empty();
        }
        long offset = 3_600L * hours + 60L * minutes;
        seconds -= date.group(5).startsWith("-") ? -offset : offset;
      }
      return Optional.of(BigDecimal.valueOf(seconds));
    } catch (DateTimeException invalid) {
      return Optional.empty();
    }
  }
}
