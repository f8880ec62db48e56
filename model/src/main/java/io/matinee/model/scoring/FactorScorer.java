package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Scores movies for users by a factor model: score(u, m) = mean + bias(u) + bias(m) + vector(u) .
 * vector(m).
 *
 * <p>Thread-safe. Reads the memory of its {@link Factors} at every call: once the owner of mapped
 * memory has closed it, every method throws {@link IllegalStateException}. Equal vectors with equal
 * biases get equal scores to the last bit.
 */
public final class FactorScorer {
  private final Factors factors;
  private final int movieCount;
  private final int userCount;

  /** [movies], the mean included. */
  private final float[] movieOffsets;

  private final UserFit fit;

  private FactorScorer(Factors factors) {
    this.factors = factors;
    this.movieCount = factors.movieCount();
    this.userCount = factors.userCount();
    this.movieOffsets = new float[movieCount];
    for (int movie = 0; movie < movieCount; movie++) {
      movieOffsets[movie] = factors.mean() + at(factors.movieBias(), movie);
    }
    MovieSide side =
        new MovieSide(factors.dimension(), factors.movieFactors(), movieOffsets, factors.scale());
    this.fit = UserFit.of(side, factors.objective());
  }

  /** Scores with a model on the heap; its arrays must not change afterwards. */
  public static FactorScorer of(FactorModel model) {
    return of(Factors.of(model));
  }

  /** Scores with factors wherever they lie, without copying them. */
  public static FactorScorer of(Factors factors) {
    return new FactorScorer(factors);
  }

  /** The length d of vectors; 0 for a scorer of biases alone. */
  public int dimension() {
    return factors.dimension();
  }

  /** The number of movies. */
  public int movieCount() {
    return movieCount;
  }

  /** The number of users; 0 when every user has the same state. */
  public int userCount() {
    return userCount;
  }

  /**
   * The state of a user of the training.
   *
   * @throws IndexOutOfBoundsException if the index is not in [0, userCount), unless every user has
   *     the same state
   */
  public UserState user(int userIndex) {
    if (userCount == 0) {
      return new UserState(new float[dimension()], 0);
    }
    Objects.checkIndex(userIndex, userCount);
    float[] vector = row(factors.userFactors(), userIndex);
    return new UserState(vector, at(factors.userBias(), userIndex));
  }

  /**
   * The state of a user who is known by ratings alone, found as the objective says.
   *
   * @param movies [n] indices of rated movies; n may be 0
   * @param ratings [n] their ratings
   * @throws IllegalArgumentException if the lengths differ or a rating is not finite
   * @throws IndexOutOfBoundsException if a movie is not in [0, movieCount)
   */
  public UserState foldIn(int[] movies, float[] ratings) {
    if (movies.length != ratings.length) {
      throw new IllegalArgumentException(
          movies.length + " movies but " + ratings.length + " ratings");
    }
    for (int index = 0; index < movies.length; index++) {
      Objects.checkIndex(movies[index], movieCount);
      if (!Float.isFinite(ratings[index])) {
        throw new IllegalArgumentException("a rating must be finite, found " + ratings[index]);
      }
    }
    return fit.fit(movies, ratings);
  }

  /**
   * Scores every movie.
   *
   * @param user the user's state
   * @param scores [movies], overwritten
   */
  public void scoreAll(UserState user, float[] scores) {
    if (scores.length != movieCount) {
      throw new IllegalArgumentException(
          "%d places for the scores of %d movies".formatted(scores.length, movieCount));
    }
    Kernels.multiply(factors.movieFactors(), user.vector(), scores);
    for (int movie = 0; movie < movieCount; movie++) {
      scores[movie] += movieOffsets[movie] + user.bias();
    }
  }

  /** The score of one movie, the same as {@link #scoreAll} gives. */
  public float score(UserState user, int movie) {
    long start = (long) Objects.checkIndex(movie, movieCount) * dimension();
    float product = Kernels.dot(user.vector(), factors.movieFactors(), start);
    return product + (movieOffsets[movie] + user.bias());
  }

  /** A copy of the movie's vector, [d]. */
  public float[] movieVector(int movie) {
    return row(factors.movieFactors(), Objects.checkIndex(movie, movieCount));
  }

  /** The movie's bias; 0 when the model has none. */
  public float movieBias(int movie) {
    return at(factors.movieBias(), Objects.checkIndex(movie, movieCount));
  }

  /** The rating that a score stands for, clipped to the scale; meaningless for mere rankers. */
  public float rating(float score) {
    return factors.scale().clip((float) factors.objective().link().rating(score, factors.scale()));
  }

  /** Whether scores stand for ratings. */
  public boolean predictsRatings() {
    return factors.objective().predictsRatings();
  }

  /** Copies a movie's vector to places that are {@code stride} apart. */
  void readMovie(int movie, float[] target, int start, int stride) {
    long first = (long) movie * dimension();
    for (int index = 0; index < dimension(); index++) {
      target[start + index * stride] =
          factors.movieFactors().getAtIndex(LittleEndian.FLOAT, first + index);
    }
  }

  /** Mean and bias of a movie. */
  float movieOffset(int movie) {
    return movieOffsets[movie];
  }

  private float[] row(MemorySegment matrix, int row) {
    float[] vector = new float[dimension()];
    MemorySegment.copy(
        matrix,
        LittleEndian.FLOAT,
        (long) row * dimension() * Float.BYTES,
        vector,
        0,
        vector.length);
    return vector;
  }

  private static float at(MemorySegment biases, int index) {
    return biases.byteSize() == 0 ? 0 : biases.getAtIndex(LittleEndian.FLOAT, index);
  }
}
