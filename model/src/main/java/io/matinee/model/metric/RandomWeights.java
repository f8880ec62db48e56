package io.matinee.model.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Weights of users, drawn at random again and again. */
enum RandomWeights {
  /** How often each is drawn with replacement, as many draws as there are users. */
  RESAMPLE {
    @Override
    void draw(SplittableRandom random, int[] weights) {
      Arrays.fill(weights, 0);
      for (int draw = 0; draw < weights.length; draw++) {
        weights[random.nextInt(weights.length)]++;
      }
    }
  },
  /** 1 or -1, each as likely. */
  SIGN {
    @Override
    void draw(SplittableRandom random, int[] weights) {
      for (int start = 0; start < weights.length; start += Long.SIZE) {
        long bits = random.nextLong();
        int end = Math.min(start + Long.SIZE, weights.length);
        for (int user = start; user < end; user++) {
          weights[user] = 1 - 2 * (int) (bits & 1);
          bits >>>= 1;
        }
      }
    }
  };

  private static final int TIMES_A_PAUSE = 16;

  abstract void draw(SplittableRandom random, int[] weights);

  /**
   * Draws weights and sums up with them, over all cores. Each time has a generator of its own, so
   * that the sums are the same with any number of threads.
   *
   * @param times how often, at least 1
   * @param pause is run now and then, and may throw to end it all
   * @param result takes the sums of each time, by many threads at once
   */
  void repeat(WeightedSums sums, long seed, int times, Runnable pause, Result result) {
    if (times < 1) {
      throw new IllegalArgumentException("at least one resample is needed, not " + times);
    }
    long[] seeds = new SplittableRandom(seed).longs(times).toArray();
    int[][] weights = new int[ForkJoinPool.getCommonPoolParallelism() + 1][sums.users()];
    for (int first = 0; first < times; first += TIMES_A_PAUSE) {
      pause.run();
      int from = first;
      int end = Math.min(first + TIMES_A_PAUSE, times);
      IntStream.range(0, weights.length)
          .parallel()
          .forEach(
              worker -> {
                for (int time = from + worker; time < end; time += weights.length) {
                  draw(new SplittableRandom(seeds[time]), weights[worker]);
                  result.take(time, sums.of(weights[worker]));
                }
              });
    }
  }

  /** Takes sums. */
  @FunctionalInterface
  interface Result {
    /** Takes the sums of all columns of one time. */
    void take(int time, double[] sums);
  }
}
