package io.matinee.model.metric;

import java.util.Arrays;

/**
 * The same figure of two contestants, over the users for whom both are defined.
 *
 * @param first what the first one's figure is made of
 * @param second what the second one's is made of
 */
public record PairedSample(Sample first, Sample second) {
  /** Leaves out the users for whom only one is defined. */
  public PairedSample {
    int[] ofFirst = first.users();
    int[] ofSecond = second.users();
    if (!Arrays.equals(ofFirst, ofSecond)) {
      first = first.among(user -> Arrays.binarySearch(ofSecond, user) >= 0);
      second = second.among(user -> Arrays.binarySearch(ofFirst, user) >= 0);
    }
  }

  /** Returns the users for whom both are defined, ascending. */
  public int[] users() {
    return first.users();
  }

  /** Returns the first figure less the second; NaN without users. */
  public double difference() {
    int[] users = users();
    return first.figure(users) - second.figure(users);
  }

  /** Returns how many users have a greater value in the first than in the second. */
  public int greater() {
    return (int) Arrays.stream(users()).filter(user -> of(user) > 0).count();
  }

  /** Returns how many users have a smaller value in the first than in the second. */
  public int smaller() {
    return (int) Arrays.stream(users()).filter(user -> of(user) < 0).count();
  }

  /** [all users], the first's sum of each less the second's; NaN where either is undefined. */
  double[] differences() {
    double[] differences = new double[first.sums().length];
    Arrays.setAll(differences, this::of);
    return differences;
  }

  private double of(int user) {
    return first.sums()[user] - second.sums()[user];
  }
}
