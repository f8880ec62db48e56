package io.matinee.cli.command;

import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.MovieRating;
import java.util.List;
import picocli.CommandLine.Option;

/** Movies that a user watched, for what holds watches rather than ratings. */
final class WatchedOption {
  /** A comma without a backslash before it. */
  private static final String SEPARATOR = "(?<!\\\\),";

  @Option(
      names = "--watched",
      paramLabel = "MOVIE",
      split = SEPARATOR,
      description =
          "a movie that was watched, where data and model are of watches; may be repeated, and several may be joined by commas (a comma of an id is written \\,)")
  List<String> movies = List.of();

  /** The watches in the order in which they were typed. */
  List<MovieRating> watches() {
    return movies.stream()
        .map(
            movie ->
                MovieRating.newBuilder()
                    .setMovieId(movie.replace("\\,", ","))
                    .setEventKind(EventKind.EVENT_KIND_WATCH)
                    .build())
        .toList();
  }
}
