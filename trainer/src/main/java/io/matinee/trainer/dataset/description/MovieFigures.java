package io.matinee.trainer.dataset.description;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The movies that stand out, and how well means predict.
 *
 * @param mostRated the ten most rated movies
 * @param byMean movies by the mean R of their v ratings
 * @param byWeightedMean movies by (v / (v + m)) R + (m / (v + m)) C, C being the mean of all
 *     ratings
 * @param votes m: the 90 % quantile of the numbers of ratings of a movie, so that one in ten movies
 *     speaks more for itself than all ratings do for it; 0 where there are no ratings
 * @param globalError the leave-one-out error of C as a prediction, root mean squared; empty with
 *     fewer than two ratings
 */
public record MovieFigures(
    List<RatedMovie> mostRated,
    MeanRanking byMean,
    MeanRanking byWeightedMean,
    double votes,
    OptionalDouble globalError) {

  /** Copies the list. */
  public MovieFigures {
    mostRated = List.copyOf(mostRated);
  }
}
