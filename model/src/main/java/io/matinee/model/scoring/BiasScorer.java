package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.util.Objects;
import java.util.Optional;

/** Scores movies by biases alone: score(u, m) = mean + bias(u) + bias(m). */
public final class BiasScorer implements Scorer {
  private static final float[] NO_VECTOR = {};
  private static final UserVector NOBODY = new UserVector(NO_VECTOR, 0);

  private final Biases biases;
  private final int userCount;

  /** [movies], the mean included. */
  private final float[] movieOffsets;

  private BiasScorer(Biases biases) {
    this.biases = biases;
    this.userCount = biases.userCount();
    this.movieOffsets = new float[biases.movieCount()];
    for (int movie = 0; movie < movieOffsets.length; movie++) {
      movieOffsets[movie] =
          biases.mean() + biases.movieBias().getAtIndex(LittleEndian.FLOAT, movie);
    }
  }

  /** Returns a scorer by a model on the heap; its arrays must not change afterwards. */
  public static BiasScorer of(BiasModel model) {
    return of(Biases.of(model));
  }

  /** Returns a scorer by biases wherever they lie; those of users are not copied. */
  public static BiasScorer of(Biases biases) {
    return new BiasScorer(biases);
  }

  /** Returns the arrays that are read. */
  public Biases biases() {
    return biases;
  }

  @Override
  public int movieCount() {
    return movieOffsets.length;
  }

  @Override
  public Optional<UserState> user(int user) {
    if (userCount == 0) {
      return Optional.of(NOBODY);
    }
    Objects.checkIndex(user, userCount);
    return Optional.of(
        new UserVector(NO_VECTOR, biases.userBias().getAtIndex(LittleEndian.FLOAT, user)));
  }

  @Override
  public Optional<UserState> foldIn(RatedMovies rated) {
    rated.requireWithin(movieOffsets.length);
    return switch (biases.objective()) {
      case BiasObjective.RatingCount count -> Optional.of(NOBODY);
      case BiasObjective.DampedMeans(double damping) ->
          rated.count() == 0
              ? Optional.empty()
              : Optional.of(new UserVector(NO_VECTOR, dampedMean(rated, damping)));
    };
  }

  @Override
  public UserState nobody() {
    return NOBODY;
  }

  @Override
  public void scoreAll(UserState user, float[] scores) {
    float bias = bias(user);
    Numbers.requirePlaces(scores, movieOffsets.length);
    for (int movie = 0; movie < scores.length; movie++) {
      scores[movie] = movieOffsets[movie] + bias;
    }
  }

  @Override
  public float score(UserState user, int movie) {
    return movieOffsets[Objects.checkIndex(movie, movieOffsets.length)] + bias(user);
  }

  @Override
  public Optional<MovieVectors> movieVectors() {
    return Optional.empty();
  }

  @Override
  public Optional<RatingLink> rating() {
    return biases.objective().predictsRatings()
        ? Optional.of(new RatingLink(Link.IDENTITY, biases.scale()))
        : Optional.empty();
  }

  /** Sum of (r - mean - bias(m)) / (damping + n). */
  private float dampedMean(RatedMovies rated, double damping) {
    double sum = 0;
    for (int index = 0; index < rated.count(); index++) {
      sum += rated.ratings()[index] - movieOffsets[rated.movies()[index]];
    }
    return (float) (sum / (damping + rated.count()));
  }

  private static float bias(UserState user) {
    if (user instanceof UserVector(float[] vector, float bias) && vector.length == 0) {
      return bias;
    }
    throw new IllegalArgumentException("not a state of biases alone: " + user);
  }
}
