package io.matinee.model.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The two-sided paired randomisation test (Smucker, Allan and Carterette, CIKM 2007): were both
 * contestants alike, each user's two values might as well be exchanged. They are, for each user or
 * not, again and again; p is the share of times in which the figures differ at least as much as
 * they do, the real one counted among them (Phipson and Smyth 2010), so that it is never 0.
 *
 * <p>Exchanging values changes the sign of a user's difference. A figure that is a rising function
 * of the sum, such as a root, differs as much as the sums do, so that signs suffice for it too.
 */
public final class PairedRandomisation {
  /** What rounding may take from sums that are equal, as a share of them. */
  static final double ROUNDING = 1e-9;

  private PairedRandomisation() {}

  /**
   * Tests pairs, over all cores; the same seed gives the same answers.
   *
   * @param seed of the exchanges
   * @param times how often values are exchanged, at least 1
   * @param pause is run now and then, and may throw to end it all
   * @return p of each pair, in (0, 1]; none of those without users
   */
  public static Map<PairedSample, Double> probabilities(
      Collection<PairedSample> pairs, long seed, int times, Runnable pause) {
    Map<PairedSample, Double> values = new HashMap<>();
    for (SameUsers<PairedSample> group : SameUsers.group(pairs, PairedSample::users)) {
      test(group, seed, times, pause, values);
    }
    return values;
  }

  private static void test(
      SameUsers<PairedSample> group,
      long seed,
      int times,
      Runnable pause,
      Map<PairedSample, Double> values) {
    List<double[]> columns = new ArrayList<>();
    group.items().forEach(pair -> columns.add(pair.differences()));
    WeightedSums sums = new WeightedSums(columns, group.users());
    double[] least = least(sums);
    AtomicIntegerArray asFarApart = new AtomicIntegerArray(columns.size());
    RandomWeights.SIGN.repeat(
        sums,
        seed,
        times,
        pause,
        (time, exchanged) -> {
          for (int pair = 0; pair < least.length; pair++) {
            if (Math.abs(exchanged[pair]) >= least[pair]) {
              asFarApart.incrementAndGet(pair);
            }
          }
        });
    for (int pair = 0; pair < least.length; pair++) {
      values.put(group.items().get(pair), (asFarApart.get(pair) + 1.0) / (times + 1.0));
    }
  }

  /** [columns], the least sum, without its sign, that is as far from 0 as the real one. */
  private static double[] least(WeightedSums sums) {
    int[] unchanged = new int[sums.users()];
    Arrays.fill(unchanged, 1);
    double[] real = sums.of(unchanged);
    double[] least = new double[sums.columns()];
    for (int column = 0; column < least.length; column++) {
      least[column] = Math.abs(real[column]) * (1 - ROUNDING);
    }
    return least;
  }
}
