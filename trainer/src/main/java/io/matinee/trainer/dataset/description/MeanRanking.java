package io.matinee.trainer.dataset.description;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Movies by a mean of their ratings.
 *
 * @param movies the ten movies with the highest mean, highest first; of equal means the one with
 *     more ratings
 * @param error the {@link MeanErrors leave-one-out} error of the mean as a prediction, root mean
 *     squared; empty with fewer than two ratings
 */
public record MeanRanking(List<RankedMovie> movies, OptionalDouble error) {

  /** Copies the list. */
  public MeanRanking {
    movies = List.copyOf(movies);
  }

  /**
   * A movie in the order of a mean.
   *
   * @param movie the movie
   * @param mean the mean that the order goes by
   */
  public record RankedMovie(RatedMovie movie, double mean) {}
}
