package io.matinee.bench.micro;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.DenseLayer;
import io.matinee.model.scoring.Link;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkObjective;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.UserState;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All movies of the 2016 set for one user, by the networks of two notebooks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkScores {
  private static final int MOVIES = 9066;
  private static final int USERS = 20;

  private final Random random = new Random(1);
  private final NetworkScorer narrow = scorer(50, 50, 10);
  private final NetworkScorer wide = scorer(20, 10, 256);
  private final float[] scores = new float[MOVIES];
  private int calls;

  /** Vectors of 50 and 50 numbers and a hidden layer of 10. */
  @Benchmark
  public float[] narrow() {
    return score(narrow);
  }

  /** Vectors of 20 and 10 numbers and a hidden layer of 256. */
  @Benchmark
  public float[] wide() {
    return score(wide);
  }

  private float[] score(NetworkScorer scorer) {
    UserState user = scorer.user(calls++ % USERS).orElseThrow();
    scorer.scoreAll(user, scores);
    return scores;
  }

  private NetworkScorer scorer(int userDimension, int movieDimension, int hidden) {
    int inputs = userDimension + movieDimension;
    return NetworkScorer.of(
        new NetworkModel(
            userDimension,
            movieDimension,
            drawn(USERS * userDimension),
            drawn(MOVIES * movieDimension),
            drawn(userDimension),
            List.of(
                new DenseLayer(
                    inputs, hidden, drawn(inputs * hidden), drawn(hidden), Activation.RELU),
                new DenseLayer(hidden, 1, drawn(hidden), drawn(1), Activation.LINEAR)),
            RatingScale.MOVIELENS_HALF_STARS,
            new NetworkObjective(Link.SCALED_SIGMOID, 0)));
  }

  private float[] drawn(int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return values;
  }
}
