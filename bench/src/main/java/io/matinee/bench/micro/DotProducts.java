package io.matinee.bench.micro;

import io.matinee.model.scoring.Kernels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

/** A user's vector times the vectors of movies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DotProducts {
  private static final int MOVIES = 1000;

  /** The length of the vectors. */
  @Param({"20", "64"})
  public int dimension = 64;

  private final Arena arena = Arena.ofShared();
  private final float[] products = new float[MOVIES];
  private final float[] sums = new float[Kernels.ROW];
  private float[] user = {};
  private float[] movie = {};
  private float[] rows = {};
  private MemorySegment movies = MemorySegment.NULL;

  /** Draws the vectors. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    user = gaussians(dimension, random);
    movie = gaussians(dimension, random);
    rows = gaussians(dimension * Kernels.ROW, random);
    movies = arena.allocateFrom(ValueLayout.JAVA_FLOAT, gaussians(MOVIES * dimension, random));
  }

  /** Frees the movies. */
  @TearDown
  public void free() {
    arena.close();
  }

  /** One movie on the heap. */
  @Benchmark
  public float one() {
    return Kernels.dot(user, 0, movie, 0, dimension);
  }

  /** One movie where it is mapped. */
  @Benchmark
  public float oneMapped() {
    return Kernels.dot(user, movies, 0);
  }

  /** 1,000 movies where they are mapped. */
  @Benchmark
  public float[] thousandMapped() {
    Kernels.multiply(movies, user, products);
    return products;
  }

  /** Returns a block of 64 movies, dimension by dimension. */
  @Benchmark
  public float[] block() {
    Kernels.weightedSums(user, rows, sums);
    return sums;
  }

  private static float[] gaussians(int count, Random random) {
    float[] numbers = new float[count];
    for (int index = 0; index < count; index++) {
      numbers[index] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
