package io.matinee.trainer.dataset.description;

import java.util.OptionalDouble;

/**
 * The root mean squared errors of means as predictions of each rating, leave-one-out: each rating r
 * is predicted from all others. In-sample, a movie's only rating would predict itself, and the
 * plain mean look the better the fewer ratings movies have; a hold-out would depend on a seed.
 *
 * <p>With N ratings in all, and a movie's n ratings of sum s and of squares q, all measured from
 * the mean of all ratings (whose sum is then 0), the errors are linear in r, so that sums are
 * enough:
 *
 * <ul>
 *   <li>the mean of all: r - (0 - r) / (N - 1) = r N / (N - 1);
 *   <li>the movie's mean: r - (s - r) / (n - 1); a movie's only rating by the mean of all;
 *   <li>the weighted mean with weight m: r - ((s - r) + m (0 - r) / (N - 1)) / (n - 1 + m).
 * </ul>
 *
 * Not thread-safe.
 */
final class MeanErrors {
  private final long all;
  private final double center;
  private final double weight;
  private double global;
  private double plain;
  private double weighted;

  /**
   * Errors of which nothing is summed yet.
   *
   * @param all the number of ratings
   * @param center their mean
   * @param weight the weight m of the mean of all beside a movie's ratings, at least 1
   */
  MeanErrors(long all, double center, double weight) {
    this.all = all;
    this.center = center;
    this.weight = weight;
  }

  /** Adds the ratings of a movie by their number, sum and sum of squares. */
  void add(long count, double sum, double sumOfSquares) {
    double total = sum - count * center;
    double squares = sumOfSquares - 2 * center * sum + count * center * center;
    double ofAll = all / (all - 1.0);
    global += ofAll * ofAll * squares;
    plain +=
        count == 1
            ? ofAll * ofAll * squares
            : squared(count / (count - 1.0), total / (count - 1.0), count, total, squares);
    double others = count - 1 + weight;
    double slope = 1 + (1 + weight / (all - 1.0)) / others;
    weighted += squared(slope, total / others, count, total, squares);
  }

  /** Returns the error of the mean of all ratings; empty with fewer than two. */
  OptionalDouble global() {
    return root(global);
  }

  /** Returns the error of a movie's mean; empty with fewer than two ratings. */
  OptionalDouble plain() {
    return root(plain);
  }

  /** Returns the error of a movie's weighted mean; empty with fewer than two ratings. */
  OptionalDouble weighted() {
    return root(weighted);
  }

  /** The sum of (slope r - offset)^2 over a movie's ratings. */
  private static double squared(
      double slope, double offset, long count, double total, double squares) {
    return slope * slope * squares - 2 * slope * offset * total + count * offset * offset;
  }

  private OptionalDouble root(double sum) {
    return all < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(Math.max(0, sum) / all));
  }
}
