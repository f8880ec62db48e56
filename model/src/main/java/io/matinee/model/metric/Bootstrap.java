package io.matinee.model.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Percentile-bootstrap intervals (Efron and Tibshirani 1993, section 13.3): users are drawn with
 * replacement, as many as there are, and the 2.5 % and 97.5 % quantiles of the resampled figure
 * bound it. The same seed gives the same interval. Thread-safe.
 */
public final class Bootstrap {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;
  private static final int RESAMPLES_A_PAUSE = 50;

  private Bootstrap() {}

  /**
   * Figures with their intervals, over all cores. It takes some 70 bytes per user for every eight
   * figures on top of the samples.
   *
   * @param samples what the figures are made of
   * @param seed of the resampling, the same for each figure
   * @param resamples how many, at least 1
   * @param pause is run now and then, and may throw to end it all
   */
  public static List<Estimate> estimates(
      List<Sample> samples, long seed, int resamples, Runnable pause) {
    if (resamples < 1) {
      throw new IllegalArgumentException("at least one resample is needed, not " + resamples);
    }
    Estimate[] estimates = new Estimate[samples.size()];
    Arrays.fill(estimates, Estimate.NONE);
    List<SameUsers> groups = SameUsers.group(samples);
    List<Resampling> runs =
        groups.stream()
            .map(group -> new Resampling(group.samples(), group.users(), seed, resamples))
            .toList();
    for (int done = 0; done < resamples; done += RESAMPLES_A_PAUSE) {
      pause.run();
      runs.parallelStream().forEach(run -> run.advance(RESAMPLES_A_PAUSE));
    }
    for (int group = 0; group < groups.size(); group++) {
      List<Integer> places = groups.get(group).places();
      for (int index = 0; index < places.size(); index++) {
        int place = places.get(index);
        estimates[place] =
            estimate(samples.get(place), groups.get(group).users(), runs.get(group).figures(index));
      }
    }
    return List.of(estimates);
  }

  private static Estimate estimate(Sample sample, int[] users, double[] figures) {
    Arrays.sort(figures);
    return new Estimate(
        sample.figure(users), quantile(figures, LOW), quantile(figures, HIGH), users.length);
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
