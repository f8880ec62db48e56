package io.matinee.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double NAN = Double.NaN;

  @Test
  void skipsUsersWithoutAFigure() {
    Estimate estimate = mean(new double[] {1, NAN, 2, NAN}, 1, 500);
    assertThat(estimate.mean()).isEqualTo(1.5);
    assertThat(estimate.count()).isEqualTo(2);
    assertThat(estimate.low()).isEqualTo(1);
    assertThat(estimate.high()).isEqualTo(2);
  }

  @Test
  void isNothingWithoutUsers() {
    assertThat(mean(new double[] {NAN}, 1, 10)).isEqualTo(Estimate.NONE);
    assertThat(mean(new double[0], 1, 10)).isEqualTo(Estimate.NONE);
  }

  @Test
  void repeatsWithItsSeed() {
    double[] figures = {1, 5, 2, 8, 3, 9, 4};
    assertThat(mean(figures, 3, 100)).isEqualTo(mean(figures, 3, 100));
    assertThat(mean(figures, 3, 100)).isNotEqualTo(mean(figures, 4, 100));
  }

  /** The mean of 400 standard normals has a standard error of 1/20. */
  @Test
  void agreesWithTheNormalIntervalOfALargeSample() {
    Random random = new Random(5);
    double[] figures = random.doubles(400).map(ignored -> random.nextGaussian()).toArray();
    Estimate estimate = mean(figures, 6, 4000);
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / 20, within(0.02));
    assertThat(estimate.mean()).isBetween(estimate.low(), estimate.high());
  }

  /** (1 + 3) / (1 + 3), not the mean of ratios; the user without ratings is left out. */
  @Test
  void dividesSumsByCounts() {
    Estimate estimate =
        estimate(new Sample(new double[] {4, 12, 0}, new double[] {1, 3, 0}, Math::sqrt), 1, 50);
    assertThat(estimate).isEqualTo(new Estimate(2, 2, 2, 2));
  }

  @Test
  void refusesWhatItCannotResample() {
    assertThatThrownBy(() -> mean(new double[] {1}, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Each figure is what a plain loop of its own gives, but for the order of additions. */
  @Test
  void givesFiguresTogetherWhatEachIsAlone() {
    List<Sample> samples = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed % 11);
      double[] sums = random.doubles(50).map(value -> value < .1 ? NAN : value).toArray();
      double[] counts = random.ints(50, 0, 3).asDoubleStream().toArray();
      samples.add(seed % 3 == 2 ? new Sample(sums, counts, Math::sqrt) : Sample.mean(sums));
      samples.add(Sample.mean(random.doubles(50).toArray()));
    }
    Bootstrap together = Bootstrap.of(samples, List.of(), 8, 120, () -> {});
    for (int index = 0; index < samples.size(); index++) {
      Estimate alone = plain(samples.get(index), 8, 120);
      assertAlike(together.estimate(samples.get(index)), alone);
    }
  }

  /** Of each pair, whoever else is resampled: both figures of the same draws of the same users. */
  @Test
  void resamplesDifferencesUserByUser() {
    List<PairedSample> pairs = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      double[] first = random.doubles(60).map(value -> value < .1 ? NAN : value).toArray();
      double[] second = random.doubles(60).map(value -> value < .1 ? NAN : value).toArray();
      double[] counts = random.ints(60, 0, 3).asDoubleStream().toArray();
      pairs.add(new PairedSample(Sample.mean(first), Sample.mean(second)));
      pairs.add(
          new PairedSample(
              new Sample(first, counts, Math::sqrt), new Sample(second, counts, Math::sqrt)));
    }
    Bootstrap bootstrap = Bootstrap.of(List.of(), pairs, 5, 90, () -> {});
    for (PairedSample pair : pairs) {
      int[] users = pair.users();
      double[] first = plainFigures(pair.first(), users, 5, 90);
      double[] second = plainFigures(pair.second(), users, 5, 90);
      double[] differences = new double[90];
      Arrays.setAll(differences, resample -> first[resample] - second[resample]);
      Arrays.sort(differences);
      assertAlike(
          bootstrap.difference(pair),
          new Estimate(
              pair.first().figure(users) - pair.second().figure(users),
              quantile(differences, .025),
              quantile(differences, .975),
              users.length));
    }
  }

  @Test
  void isTheSameWithOneThread() throws Exception {
    List<Sample> samples = List.of(Sample.mean(new Random(3).doubles(500).toArray()));
    Estimate manyThreads = estimate(samples.getFirst(), 4, 200);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(one.submit(() -> estimate(samples.getFirst(), 4, 200)).get())
          .isEqualTo(manyThreads);
    }
  }

  /** 0 is twice as far from the end as from the figure: 4 times as many users just touch it. */
  @Test
  void saysOfHowManyUsersAnIntervalWouldExcludeZero() {
    assertThat(new Estimate(.125, -.125, .5, 100).decidingCount()).hasValue(401);
    assertThat(new Estimate(-.125, -.5, .125, 100).decidingCount()).hasValue(401);
    assertThat(new Estimate(.5, .25, .75, 100).decidingCount()).hasValue(26);
    assertThat(new Estimate(0, -.5, .5, 100).decidingCount()).isEmpty();
    assertThat(Estimate.NONE.decidingCount()).isEmpty();
    assertThat(new Estimate(1, NAN, NAN, 1).decidingCount()).isEmpty();
    assertThat(new Estimate(1e-8, -2, 2, Integer.MAX_VALUE).decidingCount())
        .hasValue(Long.MAX_VALUE);
  }

  /** Whoever has the values; their sums are told apart by the order of additions alone. */
  @Test
  void noNumberOfUsersTellsEqualTotalsApart() {
    assertThat(new Estimate(3e-17, -.1, .1, 100).decidingCount()).isEmpty();
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Double> values = random.doubles(50).boxed().collect(Collectors.toList());
      Sample first = mean(values);
      Collections.shuffle(values, random);
      PairedSample pair = new PairedSample(first, mean(values));
      Estimate difference =
          Bootstrap.of(List.of(), List.of(pair), seed, 50, () -> {}).difference(pair);
      assertThat(difference.decidingCount()).as("%s", difference).isEmpty();
    }
  }

  @Test
  void endsWhenItsPauseThrows() {
    List<Sample> samples = List.of(Sample.mean(new double[] {1, 2}));
    assertThatThrownBy(
            () ->
                Bootstrap.of(
                    samples,
                    List.of(),
                    1,
                    10,
                    () -> {
                      throw new IllegalStateException("cancelled");
                    }))
        .hasMessage("cancelled");
  }

  private static Sample mean(List<Double> perUser) {
    return Sample.mean(perUser.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Estimate mean(double[] perUser, long seed, int resamples) {
    return estimate(Sample.mean(perUser), seed, resamples);
  }

  private static Estimate estimate(Sample sample, long seed, int resamples) {
    return Bootstrap.of(List.of(sample), List.of(), seed, resamples, () -> {}).estimate(sample);
  }

  private static void assertAlike(Estimate estimate, Estimate expected) {
    assertThat(estimate.mean()).isCloseTo(expected.mean(), within(1e-12));
    assertThat(estimate.count()).isEqualTo(expected.count());
    assertThat(estimate.low()).isCloseTo(expected.low(), within(1e-12));
    assertThat(estimate.high()).isCloseTo(expected.high(), within(1e-12));
  }

  private static Estimate plain(Sample sample, long seed, int resamples) {
    int[] users = sample.users();
    double[] figures = plainFigures(sample, users, seed, resamples);
    Arrays.sort(figures);
    return new Estimate(
        sample.figure(users), quantile(figures, .025), quantile(figures, .975), users.length);
  }

  private static double[] plainFigures(Sample sample, int[] users, long seed, int resamples) {
    long[] seeds = new SplittableRandom(seed).longs(resamples).toArray();
    double[] figures = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      SplittableRandom random = new SplittableRandom(seeds[resample]);
      double sum = 0;
      double count = 0;
      for (int draw = 0; draw < users.length; draw++) {
        int user = users[random.nextInt(users.length)];
        sum += sample.sums()[user];
        count += sample.countsUsers() ? 1 : sample.counts()[user];
      }
      figures[resample] = sample.finish().applyAsDouble(sum / count);
    }
    return figures;
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }

  /** Leave-one-out figures 1 and 3: sqrt(1/2 * 2) = 1. */
  @Test
  void jackknifeByHand() {
    Estimate estimate = Jackknife.interval(2, new double[] {1, 3});
    assertThat(estimate.low()).isCloseTo(2 - 1.96, within(1e-12));
    assertThat(estimate.high()).isCloseTo(2 + 1.96, within(1e-12));
    assertThat(Jackknife.interval(2, new double[] {1}).low()).isNaN();
  }
}
