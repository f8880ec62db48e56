package io.matinee.model.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Percentile-bootstrap intervals (Efron and Tibshirani 1993, section 13.3): users are drawn with
 * replacement, as many as there are, and the 2.5 % and 97.5 % quantiles of the resampled figure
 * bound it. Figures that are defined for the same users are resampled by the same draws, so that
 * the difference of two is resampled with them. The same seed gives the same intervals. Immutable
 * and thread-safe.
 */
public final class Bootstrap {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private final Map<Sample, Resampled> resampled;

  private Bootstrap(Map<Sample, Resampled> resampled) {
    this.resampled = resampled;
  }

  /**
   * Resamples figures, over all cores. It takes some 64 bytes per user for every eight sums and
   * counts of the same users, and 8 bytes per resample of each figure.
   *
   * @param samples what the figures are made of
   * @param pairs what differences are made of
   * @param seed of the resampling
   * @param resamples how many, at least 1
   * @param pause is run now and then, and may throw to end it all
   */
  public static Bootstrap of(
      Collection<Sample> samples,
      Collection<PairedSample> pairs,
      long seed,
      int resamples,
      Runnable pause) {
    Collection<Sample> all = new LinkedHashSet<>(samples);
    pairs.forEach(pair -> all.addAll(List.of(pair.first(), pair.second())));
    Map<Sample, Resampled> resampled = new HashMap<>();
    for (SameUsers<Sample> group : SameUsers.group(all, Sample::users)) {
      resample(group, seed, resamples, pause, resampled);
    }
    return new Bootstrap(resampled);
  }

  /** Returns a figure with its interval. */
  public Estimate estimate(Sample sample) {
    Resampled figures = resampled.get(sample);
    return figures == null
        ? Estimate.NONE
        : estimate(sample.figure(figures.users()), figures.values().clone(), figures.users());
  }

  /** Returns the difference of two figures, the first less the second, with its interval. */
  public Estimate difference(PairedSample pair) {
    Resampled first = resampled.get(pair.first());
    Resampled second = resampled.get(pair.second());
    if (first == null || second == null) {
      return Estimate.NONE;
    }
    double[] differences = new double[first.values().length];
    Arrays.setAll(differences, time -> first.values()[time] - second.values()[time]);
    return estimate(pair.difference(), differences, first.users());
  }

  private static void resample(
      SameUsers<Sample> group,
      long seed,
      int resamples,
      Runnable pause,
      Map<Sample, Resampled> into) {
    int users = group.users().length;
    List<Sample> samples = group.items();
    List<double[]> columns = new ArrayList<>();
    int[] starts = new int[samples.size()];
    double[][] figures = new double[samples.size()][resamples];
    for (int index = 0; index < samples.size(); index++) {
      starts[index] = columns.size();
      columns.addAll(samples.get(index).columns());
      into.put(samples.get(index), new Resampled(group.users(), figures[index]));
    }
    RandomWeights.RESAMPLE.repeat(
        new WeightedSums(columns, group.users()),
        seed,
        resamples,
        pause,
        (time, sums) -> {
          for (int index = 0; index < starts.length; index++) {
            figures[index][time] = samples.get(index).figure(sums, starts[index], users);
          }
        });
  }

  private static Estimate estimate(double figure, double[] resampled, int[] users) {
    Arrays.sort(resampled);
    return new Estimate(figure, quantile(resampled, LOW), quantile(resampled, HIGH), users.length);
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * A figure of each resample.
   *
   * @param users who was drawn
   * @param values [resamples]
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
  private record Resampled(int[] users, double[] values) {}
}
