package io.matinee.model.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Users drawn with replacement, again and again, and what a few figures are of those drawn. The
 * figures must be defined for the same users: one draw then serves all of them. How often each user
 * is drawn is counted first, in little memory, so that the values are read in their order. Not
 * thread-safe.
 */
final class Resampling {
  /** The most sums and counts, kept side by side. */
  static final int WIDTH = 8;

  private final List<Sample> samples;
  private final int users;

  /** [users, WIDTH], of each user first the sums, then the counts of the samples that have any. */
  private final double[] values;

  /** [samples][resamples] */
  private final double[][] figures;

  /** [users], how often each was drawn. */
  private final int[] timesDrawn;

  private final SplittableRandom random;
  private int done;

  Resampling(List<Sample> samples, int[] users, long seed, int resamples) {
    this.samples = samples;
    this.users = users.length;
    this.values = new double[Math.multiplyExact(users.length, WIDTH)];
    this.figures = new double[samples.size()][resamples];
    this.timesDrawn = new int[users.length];
    this.random = new SplittableRandom(seed);
    int column = 0;
    for (Sample sample : samples) {
      fill(column++, sample.sums(), users);
    }
    for (Sample sample : samples) {
      if (!sample.countsUsers()) {
        fill(column++, sample.counts(), users);
      }
    }
  }

  /** How many of the places a sample takes. */
  static int width(Sample sample) {
    return sample.countsUsers() ? 1 : 2;
  }

  /** Draws all users so many times, or as often as is left to do. */
  void advance(int times) {
    int end = Math.min(done + times, figures[0].length);
    double[] sums = new double[WIDTH];
    for (; done < end; done++) {
      draw(sums);
      int counted = samples.size();
      for (int index = 0; index < samples.size(); index++) {
        Sample sample = samples.get(index);
        double count = sample.countsUsers() ? users : sums[counted++];
        figures[index][done] = sample.finish().applyAsDouble(sums[index] / count);
      }
    }
  }

  /** The resampled figures of a sample, [resamples]. */
  double[] figures(int sample) {
    return figures[sample];
  }

  /** Adds up the values of as many users as there are, drawn at random. */
  private void draw(double[] sums) {
    Arrays.fill(timesDrawn, 0);
    for (int draw = 0; draw < users; draw++) {
      timesDrawn[random.nextInt(users)]++;
    }
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    for (int user = 0; user < users; user++) {
      int start = user * WIDTH;
      double times = timesDrawn[user];
      sum0 += times * values[start];
      sum1 += times * values[start + 1];
      sum2 += times * values[start + 2];
      sum3 += times * values[start + 3];
      sum4 += times * values[start + 4];
      sum5 += times * values[start + 5];
      sum6 += times * values[start + 6];
      sum7 += times * values[start + 7];
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    sums[3] = sum3;
    sums[4] = sum4;
    sums[5] = sum5;
    sums[6] = sum6;
    sums[7] = sum7;
  }

  private void fill(int column, double[] perUser, int[] users) {
    for (int index = 0; index < users.length; index++) {
      values[index * WIDTH + column] = perUser[users[index]];
    }
  }
}
