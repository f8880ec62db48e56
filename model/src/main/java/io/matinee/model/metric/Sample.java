package io.matinee.model.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/**
 * What a figure over users is made of: a function of the ratio of two sums over them, such as the
 * root of the squared errors by the number of ratings.
 *
 * @param sums [users], the numerator of each; NaN where it is undefined, which is skipped
 * @param counts [users], the denominator of each; users with 0 are skipped. Empty where each user
 *     counts once
 * @param finish applied to the ratio of the sums
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record Sample(double[] sums, double[] counts, DoubleUnaryOperator finish) {
  private static final double[] ONCE_EACH = {};

  /** Refuses sums and counts of different users. */
  public Sample {
    if (counts.length > 0 && counts.length != sums.length) {
      throw new IllegalArgumentException(
          "%d sums but %d counts".formatted(sums.length, counts.length));
    }
  }

  /**
   * Returns the mean over users of a figure of each; NaN where it is undefined, which is skipped.
   */
  public static Sample mean(double[] perUser) {
    return new Sample(perUser, ONCE_EACH, DoubleUnaryOperator.identity());
  }

  boolean countsUsers() {
    return counts.length == 0;
  }

  /** What is summed up to get the figure: one or two columns. */
  List<double[]> columns() {
    return countsUsers() ? List.of(sums) : List.of(sums, counts);
  }

  /**
   * Returns the figure of some users.
   *
   * @param columnSums the sums of its columns, from an index on
   * @param users how many users they are of, each as often as it counts
   */
  double figure(double[] columnSums, int from, int users) {
    double count = countsUsers() ? users : columnSums[from + 1];
    return finish.applyAsDouble(columnSums[from] / count);
  }

  /** Returns the same for some of its users alone. */
  public Sample among(IntPredicate chosen) {
    double[] restricted = new double[sums.length];
    Arrays.setAll(restricted, user -> chosen.test(user) ? sums[user] : Double.NaN);
    return new Sample(restricted, counts, finish);
  }

  /** What the figure is a mean of: users, or as many as these count. */
  public long size() {
    int[] users = users();
    return countsUsers()
        ? users.length
        : (long) Arrays.stream(users).mapToDouble(user -> counts[user]).sum();
  }

  /** Returns the users that the figure is defined for, ascending. */
  int[] users() {
    int[] users = new int[sums.length];
    int size = 0;
    for (int user = 0; user < sums.length; user++) {
      if (!Double.isNaN(sums[user]) && (countsUsers() || counts[user] > 0)) {
        users[size++] = user;
      }
    }
    return Arrays.copyOf(users, size);
  }

  /** Returns the figure of some users. */
  double figure(int[] users) {
    double sum = Arrays.stream(users).mapToDouble(user -> sums[user]).sum();
    double count =
        countsUsers() ? users.length : Arrays.stream(users).mapToDouble(user -> counts[user]).sum();
    return finish.applyAsDouble(sum / count);
  }
}
