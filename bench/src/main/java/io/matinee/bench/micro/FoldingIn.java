package io.matinee.bench.micro;

import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import java.io.IOException;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.TearDown;

/** Finding the state of a user from ratings alone, by the scorers of a version of 2,000 movies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldingIn {
  /** How many ratings there are. */
  @Param({"5", "100"})
  public int ratings = 5;

  private final WrittenVersion version = WrittenVersion.write();
  private final Snapshot snapshot = version.open();
  private RatedMovies rated = RatedMovies.NONE;

  /** Draws the ratings. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    int[] movies =
        random.ints(0, snapshot.catalogue().size()).distinct().limit(ratings).sorted().toArray();
    float[] ratingOf = new float[ratings];
    for (int index = 0; index < ratings; index++) {
      ratingOf[index] = (1 + random.nextInt(10)) / 2f;
    }
    rated = new RatedMovies(movies, ratingOf);
  }

  /** Deletes the version. */
  @TearDown
  public void delete() throws IOException {
    snapshot.close();
    version.close();
  }

  /** Implicit least squares of 32 dimensions. */
  @Benchmark
  public Optional<UserState> implicit() {
    return snapshot.ranking().orElseThrow().foldIn(rated);
  }

  /** Returns a bias alone. */
  @Benchmark
  public Optional<UserState> bias() {
    return snapshot.rating().orElseThrow().foldIn(rated);
  }
}
