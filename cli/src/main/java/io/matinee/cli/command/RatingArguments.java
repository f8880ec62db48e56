package io.matinee.cli.command;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.model.v1.MovieRating;
import java.util.List;
import java.util.Map;

/** Ratings as they are typed: MOVIE=RATING. */
final class RatingArguments {
  private RatingArguments() {}

  /**
   * Reads ratings.
   *
   * @param typed movie id to rating
   * @return the ratings in the order in which they were typed
   * @throws CommandFailure when a rating is not a number
   */
  static List<MovieRating> parse(Map<String, String> typed) {
    return typed.entrySet().stream()
        .map(
            entry ->
                MovieRating.newBuilder()
                    .setMovieId(entry.getKey())
                    .setRating(number(entry.getKey(), entry.getValue()))
                    .build())
        .toList();
  }

  private static float number(String movie, String rating) {
    try {
      return Float.parseFloat(rating);
    } catch (NumberFormatException notANumber) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the rating of movie %s is \"%s\", which is not a number".formatted(movie, rating));
    }
  }
}
