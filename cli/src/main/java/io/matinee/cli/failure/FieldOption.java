package io.matinee.cli.failure;

import java.util.Map;
import java.util.Optional;

/** Knows by which option of the command line a field of an import's request is given. */
final class FieldOption {
  private static final String OPTIONS = "options.";

  private static final Map<String, String> BY_PATH =
      Map.ofEntries(
          Map.entry("form", "--form"),
          Map.entry("columns", "--columns"),
          Map.entry("scale", "--scale"),
          Map.entry("event_kind", "--watches"),
          Map.entry("maximum_rejected_share", "--max-rejected-share"),
          Map.entry("minimum_vote_count", "--minimum-votes"),
          Map.entry("filters.start_time", "--rated-from"),
          Map.entry("filters.end_time", "--rated-before"),
          Map.entry("filters.minimum_year", "--from-year"),
          Map.entry("filters.maximum_year", "--to-year"),
          Map.entry("filters.genres_any", "--genre"),
          Map.entry("filters.sample.user_share", "--sample-users"),
          Map.entry("filters.sample.rating_share", "--sample-ratings"),
          Map.entry("filters.sample.seed", "--sample-seed"),
          Map.entry("filters.minimum.per_movie", "--min-ratings-per-movie"),
          Map.entry("filters.minimum.per_user", "--min-ratings-per-user"),
          Map.entry("filters.minimum.mode", "--min-ratings-mode"));

  private FieldOption() {}

  /** Returns the option, e.g. "--from-year" for "header.options.filters.minimum_year". */
  static Optional<String> of(String field) {
    int options = field.indexOf(OPTIONS);
    if (options < 0) {
      return Optional.empty();
    }
    String path = field.substring(options + OPTIONS.length()).replaceAll("\\[\\d+\\]", "");
    return BY_PATH.entrySet().stream()
        .filter(known -> path.equals(known.getKey()) || path.startsWith(known.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
