package io.matinee.bench.micro;

import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.Neighbours;
import io.matinee.model.scoring.RatedMovies;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Adding up the weights between movies for users who like popular ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NeighbourScores {
  private static final int MOVIES = 9066;
  private static final int ROW = 2000;
  private static final int LIKES = 100;

  /** The movies with weights out of them; the others have none. */
  private static final int POPULAR = 2000;

  private final Arena arena = Arena.ofShared();
  private final float[] scores = new float[MOVIES];
  private final Random random = new Random(1);

  @SuppressWarnings("NullAway.Init") // Set before the first call.
  private NeighbourScorer scorer;

  private RatedMovies[] users = {};
  private int calls;

  /** Draws the weights, 440 into a movie on average, and the users. */
  @Setup
  public void draw() {
    scorer = scorer();
    users = IntStream.range(0, 20).mapToObj(user -> user()).toArray(RatedMovies[]::new);
  }

  /** Frees the weights. */
  @TearDown
  public void free() {
    arena.close();
  }

  /** One weight where it is mapped. */
  @Benchmark
  @OperationsPerInvocation(LIKES * ROW)
  public float[] oneMapped() {
    scorer.scoreAll(users[calls++ % users.length], scores);
    return scores;
  }

  private NeighbourScorer scorer() {
    long[] starts = new long[MOVIES + 1];
    for (int movie = 0; movie < MOVIES; movie++) {
      starts[movie + 1] = (long) Math.min(movie + 1, POPULAR) * ROW;
    }
    int[] into = IntStream.range(0, POPULAR).flatMap(row -> drawn(ROW)).toArray();
    float[] weights = new float[into.length];
    for (int position = 0; position < weights.length; position++) {
      weights[position] = (float) random.nextGaussian();
    }
    Neighbours neighbours =
        new Neighbours(
            arena.allocateFrom(ValueLayout.JAVA_LONG, starts),
            arena.allocateFrom(ValueLayout.JAVA_INT, into),
            arena.allocateFrom(ValueLayout.JAVA_FLOAT, weights),
            new NeighbourObjective(0));
    return NeighbourScorer.of(neighbours, Optional.empty());
  }

  private RatedMovies user() {
    int[] movies = random.ints(0, POPULAR).distinct().limit(LIKES).sorted().toArray();
    return new RatedMovies(movies, new float[LIKES]);
  }

  private IntStream drawn(int count) {
    return random.ints(0, MOVIES).distinct().limit(count).sorted();
  }
}
