package io.matinee.trainer.dataset.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws users: a mix of personas for the taste, a heavy-tailed activity, and a day of joining.
 *
 * <p>The weights of the mix are cubes of exponential draws, scaled to one: most users are mainly of
 * one or two personas. The activity is 20 plus a log-normal draw of mean 40, at most 400.
 */
final class UserGenerator {

  private static final int LEAST_ACTIVITY = 20;
  private static final int MOST_ACTIVITY = 400;
  private static final double MEAN_EXTRA_ACTIVITY = 40.5;
  private static final double ACTIVITY_SPREAD = 1.1;
  private static final double GENEROSITY_SPREAD = .35;
  private static final double WHIM_SPREAD = .25;
  private static final long FIRST_JOIN = Instant.parse("2014-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_JOIN = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

  private final double[][] affinities; // [movies, personas]

  UserGenerator(List<SampleMovie> movies) {
    this.affinities = movies.stream().map(UserGenerator::affinities).toArray(double[][]::new);
  }

  SampleUser draw(int id, RandomGenerator random) {
    return new SampleUser(
        id,
        taste(personaWeights(random), random),
        GENEROSITY_SPREAD * random.nextGaussian(),
        activity(random),
        random.nextLong(FIRST_JOIN, LAST_JOIN));
  }

  private List<Double> taste(double[] weights, RandomGenerator random) {
    List<Double> wishes = new ArrayList<>();
    for (double[] affinity : affinities) {
      wishes.add(wish(weights, affinity) + WHIM_SPREAD * random.nextGaussian());
    }
    double mean = wishes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return wishes.stream().map(wish -> wish - mean).toList();
  }

  private static double wish(double[] weights, double[] affinity) {
    double sum = 0;
    for (int persona = 0; persona < weights.length; persona++) {
      sum += weights[persona] * affinity[persona];
    }
    return sum;
  }

  private static double[] affinities(SampleMovie movie) {
    return Arrays.stream(Persona.values())
        .mapToDouble(persona -> persona.affinity(movie))
        .toArray();
  }

  private static double[] personaWeights(RandomGenerator random) {
    double[] weights = new double[Persona.values().length];
    double sum = 0;
    for (int persona = 0; persona < weights.length; persona++) {
      double draw = -StrictMath.log(1 - random.nextDouble());
      weights[persona] = draw * draw * draw;
      sum += weights[persona];
    }
    for (int persona = 0; persona < weights.length; persona++) {
      weights[persona] /= sum;
    }
    return weights;
  }

  private static int activity(RandomGenerator random) {
    double meanCorrection = ACTIVITY_SPREAD * ACTIVITY_SPREAD / 2;
    double extra =
        MEAN_EXTRA_ACTIVITY
            * StrictMath.exp(ACTIVITY_SPREAD * random.nextGaussian() - meanCorrection);
    return (int) Math.min(MOST_ACTIVITY, LEAST_ACTIVITY + Math.round(extra));
  }
}
