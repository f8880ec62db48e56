package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.util.Objects;
import java.util.Optional;

/**
 * Scores movies by a network: what its layers make of a user's and a movie's vector side by side.
 * The movies' part of the first layer is computed as the scorer is made, and takes as many numbers
 * of the heap a movie as that layer gives.
 */
public final class NetworkScorer implements Scorer {
  private final NetworkWeights weights;
  private final int movieCount;
  private final FirstLayer first;

  private NetworkScorer(NetworkWeights weights) {
    this.weights = weights;
    this.movieCount = weights.movieCount();
    this.first = FirstLayer.of(weights);
  }

  /** Returns a scorer by a model on the heap; its arrays must not change afterwards. */
  public static NetworkScorer of(NetworkModel model) {
    return of(NetworkWeights.of(model));
  }

  /** Returns a scorer by vectors wherever they lie, without copying them. */
  public static NetworkScorer of(NetworkWeights weights) {
    return new NetworkScorer(weights);
  }

  @Override
  public int movieCount() {
    return movieCount;
  }

  @Override
  public Optional<UserState> user(int user) {
    Objects.checkIndex(user, weights.userCount());
    return Optional.of(new UserVector(weights.userVector(user), 0));
  }

  @Override
  public Optional<UserState> foldIn(RatedMovies rated) {
    rated.requireWithin(movieCount);
    requireOpen();
    return rated.count() == 0
        ? Optional.empty()
        : Optional.of(NetworkFit.of(weights, first, rated));
  }

  @Override
  public UserState nobody() {
    return new UserVector(weights.nobody().clone(), 0);
  }

  @Override
  public void scoreAll(UserState user, float[] scores) {
    float[] userSums = userSums(user);
    Numbers.requirePlaces(scores, movieCount);
    float[][] outputs = outputs();
    for (int movie = 0; movie < movieCount; movie++) {
      scores[movie] = score(userSums, movie, outputs);
    }
  }

  @Override
  public float score(UserState user, int movie) {
    Objects.checkIndex(movie, movieCount);
    return score(userSums(user), movie, outputs());
  }

  @Override
  public Optional<MovieVectors> movieVectors() {
    return Optional.of(new Vectors());
  }

  @Override
  public Optional<RatingLink> rating() {
    return Optional.of(new RatingLink(weights.objective().link(), weights.scale()));
  }

  /** Returns the arrays that it scores by. */
  public NetworkWeights weights() {
    return weights;
  }

  /** Returns how many products or sums of the layers a movie's score takes. */
  public long workAMovie() {
    long work = weights.layers().getFirst().outputs();
    for (DenseLayer layer : weights.layers().subList(1, weights.layers().size())) {
      work += (long) layer.inputs() * layer.outputs();
    }
    return work;
  }

  private float score(float[] userSums, int movie, float[][] outputs) {
    first.apply(userSums, movie, outputs[0]);
    for (int layer = 1; layer < outputs.length; layer++) {
      weights.layers().get(layer).apply(outputs[layer - 1], outputs[layer]);
    }
    return outputs[outputs.length - 1][0];
  }

  /** Returns a place for what each layer gives. */
  private float[][] outputs() {
    return weights.layers().stream()
        .map(layer -> new float[layer.outputs()])
        .toArray(float[][]::new);
  }

  private float[] userSums(UserState user) {
    requireOpen();
    if (user instanceof UserVector state && state.vector().length == weights.userDimension()) {
      return first.userSums(state.vector());
    }
    throw new IllegalArgumentException(
        "not a state of %d dimensions: %s".formatted(weights.userDimension(), user));
  }

  /** What is computed from vectors outlives these; the answers must not. */
  private void requireOpen() {
    if (movieCount > 0) {
      weights.movieVectors().get(LittleEndian.FLOAT, 0);
    }
  }

  /** The movies' vectors, before the layers. */
  private final class Vectors implements MovieVectors {
    @Override
    public int count() {
      return movieCount;
    }

    @Override
    public int dimension() {
      return weights.movieDimension();
    }

    @Override
    public float[] vector(int movie) {
      return weights.movieVector(Objects.checkIndex(movie, movieCount));
    }

    @Override
    public float bias(int movie) {
      Objects.checkIndex(movie, movieCount);
      return 0;
    }
  }
}
