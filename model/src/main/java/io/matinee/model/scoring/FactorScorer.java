package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * Scores movies by vectors: score(u, m) = mean + bias(u) + bias(m) + vector(u) . vector(m). Equal
 * vectors with equal biases get equal scores to the last bit.
 *
 * <p>Under {@link FactorObjective.Implicit} a vector of zeros says that nothing is known: of a user
 * who liked nothing, or only what nobody else likes, there is no state, and a movie that nobody
 * liked scores {@link Scorer#UNKNOWN_MOVIE}.
 */
public final class FactorScorer implements Scorer {
  private final Factors factors;
  private final int movieCount;
  private final int userCount;
  private final boolean implicit;

  /** [movies], the mean included. */
  private final float[] movieOffsets;

  private final UserFit fit;

  private FactorScorer(Factors factors) {
    this.factors = factors;
    this.movieCount = factors.movieCount();
    this.userCount = factors.userCount();
    this.implicit = factors.objective() instanceof FactorObjective.Implicit;
    this.movieOffsets = new float[movieCount];
    for (int movie = 0; movie < movieCount; movie++) {
      movieOffsets[movie] = offset(movie);
    }
    this.fit =
        UserFit.of(
            new MovieSide(
                factors.dimension(), factors.movieFactors(), movieOffsets, factors.scale()),
            factors.objective());
  }

  /** Returns a scorer by a model on the heap; its arrays must not change afterwards. */
  public static FactorScorer of(FactorModel model) {
    return of(Factors.of(model));
  }

  /** Returns a scorer by factors wherever they lie, without copying them. */
  public static FactorScorer of(Factors factors) {
    return new FactorScorer(factors);
  }

  @Override
  public int movieCount() {
    return movieCount;
  }

  @Override
  public Optional<UserState> user(int user) {
    Objects.checkIndex(user, userCount);
    float[] vector = row(factors.userFactors(), user);
    return isUnknown(vector)
        ? Optional.empty()
        : Optional.of(new UserVector(vector, Numbers.atOrZero(factors.userBias(), user)));
  }

  @Override
  public Optional<UserState> foldIn(RatedMovies rated) {
    rated.requireWithin(movieCount);
    RatedMovies telling =
        factors.objective() instanceof FactorObjective.Implicit likes
            ? rated.from(likes.likedFrom())
            : rated;
    if (telling.count() == 0) {
      return Optional.empty();
    }
    UserVector state = fit.fit(telling.movies(), telling.ratings());
    return isUnknown(state.vector()) ? Optional.empty() : Optional.of(state);
  }

  @Override
  public UserState nobody() {
    return new UserVector(new float[factors.dimension()], 0);
  }

  @Override
  public void scoreAll(UserState user, float[] scores) {
    UserVector state = vector(user);
    Numbers.requirePlaces(scores, movieCount);
    Kernels.multiply(factors.movieFactors(), state.vector(), scores);
    for (int movie = 0; movie < movieCount; movie++) {
      scores[movie] += movieOffsets[movie] + state.bias();
    }
  }

  @Override
  public float score(UserState user, int movie) {
    UserVector state = vector(user);
    long start = (long) Objects.checkIndex(movie, movieCount) * factors.dimension();
    float product = Kernels.dot(state.vector(), factors.movieFactors(), start);
    return product + (movieOffsets[movie] + state.bias());
  }

  @Override
  public Optional<MovieVectors> movieVectors() {
    return Optional.of(new Vectors());
  }

  @Override
  public Optional<RatingLink> rating() {
    return switch (factors.objective()) {
      case FactorObjective.Squared squared ->
          Optional.of(new RatingLink(Link.IDENTITY, factors.scale()));
      case FactorObjective.SquaredSigmoid sigmoid ->
          Optional.of(new RatingLink(Link.SCALED_SIGMOID, factors.scale()));
      case FactorObjective.Implicit likes -> Optional.empty();
    };
  }

  /** Returns the arrays that are read. */
  public Factors factors() {
    return factors;
  }

  /** Returns the length d of vectors. */
  public int dimension() {
    return factors.dimension();
  }

  /** Returns what is added to a movie's every product: mean and bias. */
  public float movieOffset(int movie) {
    return movieOffsets[movie];
  }

  /**
   * Returns a user's vector and bias.
   *
   * @throws IllegalArgumentException if the state is not one of vectors of this length
   */
  public UserVector vector(UserState user) {
    if (user instanceof UserVector state && state.vector().length == factors.dimension()) {
      return state;
    }
    throw new IllegalArgumentException(
        "not a state of %d dimensions: %s".formatted(factors.dimension(), user));
  }

  /** Returns a copy of a movie's vector, [d]. */
  public float[] movieVector(int movie) {
    return row(factors.movieFactors(), Objects.checkIndex(movie, movieCount));
  }

  private float offset(int movie) {
    return isUnknown(movieVector(movie))
        ? UNKNOWN_MOVIE
        : factors.mean() + Numbers.atOrZero(factors.movieBias(), movie);
  }

  private float[] row(MemorySegment matrix, int row) {
    float[] vector = new float[factors.dimension()];
    long start = (long) row * vector.length * Float.BYTES;
    MemorySegment.copy(matrix, LittleEndian.FLOAT, start, vector, 0, vector.length);
    return vector;
  }

  private boolean isUnknown(float[] vector) {
    if (!implicit) {
      return false;
    }
    for (float value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** The movies' half of the factors. */
  private final class Vectors implements MovieVectors {
    @Override
    public int count() {
      return movieCount;
    }

    @Override
    public int dimension() {
      return factors.dimension();
    }

    @Override
    public float[] vector(int movie) {
      return movieVector(movie);
    }

    @Override
    public float bias(int movie) {
      return Numbers.atOrZero(factors.movieBias(), Objects.checkIndex(movie, movieCount));
    }
  }
}
