package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of ratings says, with the names that it goes by; the first is Matinee's own. */
public enum RatingsColumn {
  /** Who rates. */
  USER(
      "userid",
      "user",
      "uid",
      "username",
      "customerid",
      "customer",
      "reviewerid",
      "reviewer",
      "memberid",
      "accountid",
      "profileid",
      "visitorid"),
  /** What is rated. */
  MOVIE(
      "movieid",
      "itemid",
      "filmid",
      "productid",
      "contentid",
      "mid",
      "iid",
      "asin",
      "movie",
      "item",
      "film",
      "product"),
  /** How it is rated. */
  RATING("rating", "ratings", "score", "stars", "value", "overall", "vote"),
  /** When. */
  TIME(
      "timestamp",
      "time",
      "date",
      "datetime",
      "ts",
      "unixtime",
      "unixreviewtime",
      "ratedat",
      "createdat",
      "created",
      "ratingdate",
      "ratingtime",
      "ratedon",
      "watchedat"),
  /** Nothing that is read. */
  IGNORED;

  /** Those that are read. */
  static final List<RatingsColumn> READ = List.of(USER, MOVIE, RATING, TIME);

  private static final List<RatingsColumn> OF_WATCHES = List.of(USER, MOVIE, TIME);

  private final List<String> names;

  RatingsColumn(String... names) {
    this.names = List.of(names);
  }

  /** Returns those that are looked for in a file whose rows are as the caller says, if at all. */
  static List<RatingsColumn> lookedFor(Optional<EventKind> kind) {
    return kind.filter(EventKind.WATCH::equals).isPresent() ? OF_WATCHES : READ;
  }

  /** Returns its names, as {@link io.matinee.trainer.dataset.text.ColumnNames} compares them. */
  public List<String> names() {
    return names;
  }

  /** Whether columns say where user and movie stand, once each, and rating and time but once. */
  public static boolean areComplete(List<RatingsColumn> columns) {
    return READ.stream()
        .allMatch(
            column -> {
              int times = Collections.frequency(columns, column);
              return times == 1 || (times == 0 && !column.isNeeded());
            });
  }

  /** Whether there is neither a rating nor a watch without it. */
  boolean isNeeded() {
    return this == USER || this == MOVIE;
  }

  /** Returns its name in messages. */
  String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }
}
