package io.matinee.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedRandomisationTest {
  private static final double NAN = Double.NaN;

  /** All 2^users exchanges are as likely, so that their share is what random ones come close to. */
  @Test
  void comesCloseToAllExchanges() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int users = 2 + random.nextInt(9);
      PairedSample pair = grades(random, users, random.nextInt(3));
      double exact = ofAllExchanges(pair);
      assertThat(probability(pair, seed, 20_000)).as("seed " + seed).isCloseTo(exact, within(.02));
    }
  }

  @Test
  void agreesWithAPlainLoopOverTheSameSigns() {
    List<PairedSample> pairs = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      pairs.add(grades(new Random(seed), 200, seed % 3));
    }
    var together = PairedRandomisation.probabilities(pairs, 6, 150, () -> {});
    for (PairedSample pair : pairs) {
      assertThat(together).containsEntry(pair, plain(pair, 6, 150));
    }
  }

  /** A root of sums that rise with the difference differs as much as they do. */
  @Test
  void testsRootsOfSumsExactly() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      double[] counts = random.ints(8, 1, 4).asDoubleStream().toArray();
      PairedSample roots =
          new PairedSample(
              new Sample(random.doubles(8).toArray(), counts, Math::sqrt),
              new Sample(random.doubles(8).toArray(), counts, Math::sqrt));
      assertThat(probability(roots, seed, 20_000)).isCloseTo(ofAllExchanges(roots), within(.02));
    }
  }

  @Test
  void whatIsAlikeIsNotApart() {
    Sample same = Sample.mean(new double[] {1, 2, 3});
    PairedSample pair = new PairedSample(same, Sample.mean(new double[] {1, 2, 3}));
    assertThat(probability(pair, 1, 100)).isEqualTo(1);
  }

  @Test
  void leavesOutWhoHasOneValueAndWhatHasNone() {
    Sample first = Sample.mean(new double[] {1, NAN, 3, 4});
    PairedSample pair = new PairedSample(first, Sample.mean(new double[] {0, 7, NAN, 5}));
    assertThat(pair.users()).containsExactly(0, 3);
    assertThat(pair.difference()).isZero();
    assertThat(pair.greater()).isEqualTo(1);
    assertThat(pair.smaller()).isEqualTo(1);
    PairedSample nobody = new PairedSample(first, Sample.mean(new double[] {NAN, 1, NAN, NAN}));
    assertThat(PairedRandomisation.probabilities(List.of(nobody), 1, 10, () -> {})).isEmpty();
  }

  @Test
  void endsWhenItsPauseThrows() {
    PairedSample pair = grades(new Random(1), 5, 0);
    assertThatThrownBy(
            () ->
                PairedRandomisation.probabilities(
                    List.of(pair),
                    1,
                    10,
                    () -> {
                      throw new IllegalStateException("cancelled");
                    }))
        .hasMessage("cancelled");
  }

  /** Values of few grades, as metrics have, so that many exchanges are exactly as far apart. */
  private static PairedSample grades(Random random, int users, int better) {
    return new PairedSample(
        Sample.mean(random.ints(users, 0, 4 + better).mapToDouble(grade -> grade / 3.0).toArray()),
        Sample.mean(random.ints(users, 0, 4).mapToDouble(grade -> grade / 3.0).toArray()));
  }

  private static double probability(PairedSample pair, long seed, int times) {
    return PairedRandomisation.probabilities(List.of(pair), seed, times, () -> {}).values().stream()
        .findFirst()
        .orElseThrow();
  }

  private static double ofAllExchanges(PairedSample pair) {
    int users = pair.users().length;
    double real = Math.abs(pair.difference());
    return IntStream.range(0, 1 << users)
            .filter(exchanged -> Math.abs(exchange(pair, exchanged)) >= real - 1e-9)
            .count()
        / (double) (1 << users);
  }

  /** The difference of the figures themselves, with the values of some users exchanged. */
  private static double exchange(PairedSample pair, int exchanged) {
    double[] first = pair.first().sums().clone();
    double[] second = pair.second().sums().clone();
    for (int user = 0; user < first.length; user++) {
      if ((exchanged >> user & 1) == 1) {
        first[user] = pair.second().sums()[user];
        second[user] = pair.first().sums()[user];
      }
    }
    return new PairedSample(
            new Sample(first, pair.first().counts(), pair.first().finish()),
            new Sample(second, pair.second().counts(), pair.second().finish()))
        .difference();
  }

  private static double plain(PairedSample pair, long seed, int times) {
    double[] differences = pair.differences();
    double real = Math.abs(Arrays.stream(differences).sum());
    long[] seeds = new SplittableRandom(seed).longs(times).toArray();
    int asFarApart = 1;
    for (long ofTime : seeds) {
      SplittableRandom random = new SplittableRandom(ofTime);
      double sum = 0;
      long bits = 0;
      for (int user = 0; user < differences.length; user++) {
        bits = user % 64 == 0 ? random.nextLong() : bits >>> 1;
        sum += (bits & 1) == 1 ? -differences[user] : differences[user];
      }
      asFarApart += Math.abs(sum) >= real - 1e-9 ? 1 : 0;
    }
    return asFarApart / (times + 1.0);
  }
}
