package io.matinee.bench.micro;

import io.matinee.model.scoring.ranking.TopK;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Selecting the best movies of a row of scores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BestOfScores {
  /** How many movies there are. */
  @Param({"9066", "60000"})
  public int movies = 9066;

  /** How many are selected. */
  @Param({"10", "1000"})
  public int best = 10;

  private float[] scores = {};

  /** Draws the scores. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    scores = new float[movies];
    for (int movie = 0; movie < movies; movie++) {
      scores[movie] = (float) random.nextGaussian();
    }
  }

  /** Any movie may be selected. */
  @Benchmark
  public int[] ofAll() {
    return TopK.select(scores, best, movie -> true);
  }

  /** Every other movie may be selected. */
  @Benchmark
  public int[] ofHalf() {
    return TopK.select(scores, best, movie -> (movie & 1) == 0);
  }
}
