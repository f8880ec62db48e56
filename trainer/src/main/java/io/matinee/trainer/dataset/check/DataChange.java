package io.matinee.trainer.dataset.check;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a version differs from the one before.
 *
 * @param before figures of the version before
 * @param now figures of this version
 * @param lostMovies movies that were rated before and are not now
 * @param newMovies movies that are rated now and were not before
 * @param lostUsers users who had ratings before and have none now
 * @param newUsers users who have ratings now and had none before
 * @param histogramDistance the total variation distance of the ratings, 0 to 1: each scale is cut
 *     into 20 equal parts, and half of the differences of their shares is summed (Levin and Peres,
 *     Markov Chains and Mixing Times, 2nd edition, proposition 4.2). No set of parts differs more
 *     in its share of the ratings. Empty of watches
 */
public record DataChange(
    Figures before,
    Figures now,
    long lostMovies,
    long newMovies,
    long lostUsers,
    long newUsers,
    OptionalDouble histogramDistance) {

  /**
   * Figures of a version.
   *
   * @param ratings its ratings
   * @param users users with a rating
   * @param movies movies with a rating
   * @param mean the mean rating as a share of the way from the scale's minimum to its maximum;
   *     empty of watches
   * @param newest the time of the newest rating, in seconds since 1970; empty without times
   */
  public record Figures(
      long ratings, long users, long movies, OptionalDouble mean, OptionalLong newest) {}
}
