package io.matinee.cli.output;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Movie;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How numbers, times and movies are written for people. */
public final class Wording {
  /** What stands for a value that is not there. */
  public static final String ABSENT = "-";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern SIGNED_ZERO = Pattern.compile("-[0.]+");
  private static final int TITLE_WIDTH = 46;

  private Wording() {}

  /** What users did, in the plural: "ratings" or "watches". */
  public static String events(EventKind kind) {
    return kind == EventKind.EVENT_KIND_WATCH ? "watches" : "ratings";
  }

  /** What users did, in the singular: "rating" or "watch". */
  public static String event(EventKind kind) {
    return kind == EventKind.EVENT_KIND_WATCH ? "watch" : "rating";
  }

  /** What users did of what several things hold: "ratings", "watches" or "ratings or watches". */
  public static String events(Stream<EventKind> kinds) {
    return kinds.map(Wording::events).distinct().sorted().collect(Collectors.joining(" or "));
  }

  /** A whole number with its thousands apart: 100,004. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with the given digits after the point; what rounds to 0 has no sign. */
  public static String decimal(double number, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", number);
    return SIGNED_ZERO.matcher(text).matches() ? text.substring(1) : text;
  }

  /** A rating with the digits that it needs, at most four after the point: 4, 3.5 or 0.125. */
  public static String rating(double rating) {
    BigDecimal rounded = BigDecimal.valueOf(rating).setScale(4, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A time in UTC, to the second; "-" for the epoch itself, which stands for "none". */
  public static String time(Timestamp time) {
    return time.getSeconds() == 0
        ? ABSENT
        : TIME.format(Instant.ofEpochMilli(Timestamps.toMillis(time)));
  }

  /** A value of an enum without its prefix, as a word: fold-in of LACK_FOLD_IN. */
  public static String name(String prefix, Enum<?> value) {
    return value.name().replace(prefix, "").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Values of an enum without their prefix, as words: ratings, fold-in. */
  public static String names(String prefix, List<? extends Enum<?>> values) {
    return values.stream().map(value -> name(prefix, value)).collect(Collectors.joining(", "));
  }

  /** A date in UTC; "-" for the epoch itself, which stands for "none". */
  public static String date(Timestamp time) {
    return time.getSeconds() == 0 ? ABSENT : time(time).substring(0, "yyyy-MM-dd".length());
  }

  /** A duration: 1 h 2 min, 3 min 4 s, 5.6 s. */
  public static String duration(Duration duration) {
    if (duration.toHours() > 0) {
      return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    if (duration.toMinutes() > 0) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return decimal(duration.toMillis() / 1000.0, 1) + " s";
  }

  /** A size in bytes with its unit: 812 B, 4.6 MB. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return decimal(bytes / 1e3, 1) + " kB";
    }
    return decimal(bytes / 1e6, 1) + " MB";
  }

  /** A movie's title on one line, cut to a table's width. */
  public static String title(Movie movie) {
    String title =
        PlainText.line(
            movie.getTitle().isEmpty() ? "movie " + movie.getMovieId() : movie.getTitle());
    return title.length() <= TITLE_WIDTH ? title : title.substring(0, TITLE_WIDTH - 1) + "…";
  }

  /** A movie's year; "-" when unknown. */
  public static String year(Movie movie) {
    return movie.getYear() == 0 ? ABSENT : Integer.toString(movie.getYear());
  }

  /** A movie's genres; "-" when unknown. */
  public static String genres(Movie movie) {
    return movie.getGenresCount() == 0 ? ABSENT : String.join(", ", movie.getGenresList());
  }

  /** A text, or "-" when it is empty. */
  public static String orAbsent(String text) {
    return text.isEmpty() ? ABSENT : text;
  }
}
