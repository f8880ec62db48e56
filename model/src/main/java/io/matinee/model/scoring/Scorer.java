package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Optional;

/**
 * Scores movies for users: higher is better, comparable for one user only. What a kind of scorer
 * lacks (vectors, ratings, knowledge of a user) is an empty answer, never an exception.
 *
 * <p>Scorers are thread-safe. They read their arrays at every call: once the owner of mapped memory
 * has closed it, every method throws {@link IllegalStateException}. A state belongs to the scorer
 * that gave it; a state of another kind is refused with {@link IllegalArgumentException}.
 */
public sealed interface Scorer permits BiasScorer, FactorScorer, NeighbourScorer, NetworkScorer {
  /**
   * The score of a movie of which the scorer knows nothing, since nobody liked it: far below that
   * of any other, so that such movies rank last.
   */
  float UNKNOWN_MOVIE = -1e30f;

  /**
   * Returns the scorer of a model on the heap, whose arrays must not change afterwards.
   *
   * @param seen the training part, whose rows are the model's users
   */
  static Scorer of(ScorerModel model, RatingsMatrix seen) {
    return switch (model) {
      case BiasModel biases -> BiasScorer.of(biases);
      case FactorModel factors -> FactorScorer.of(factors);
      case NeighbourModel neighbours ->
          NeighbourScorer.of(Neighbours.of(neighbours), Optional.of(seen));
      case NetworkModel network -> NetworkScorer.of(network);
    };
  }

  /** Returns the number of movies. */
  int movieCount();

  /**
   * Returns the state of a user of the training, empty if the scorer knows nothing of them: a
   * scorer of likes knows nothing of a user who liked nothing.
   *
   * @throws IndexOutOfBoundsException if there is no such user
   */
  Optional<UserState> user(int user);

  /**
   * Returns the state of a user who is known by ratings alone, found as the objective says, movies
   * held fixed; empty if the ratings tell the scorer nothing.
   *
   * @throws IndexOutOfBoundsException if a movie is not in [0, movieCount)
   */
  Optional<UserState> foldIn(RatedMovies rated);

  /** Returns the state of nobody in particular, whose scores are those of the movies alone. */
  UserState nobody();

  /**
   * Scores every movie.
   *
   * @param scores [movies], overwritten
   */
  void scoreAll(UserState user, float[] scores);

  /**
   * Returns the score of one movie, the same as {@link #scoreAll} gives.
   *
   * @throws IndexOutOfBoundsException if there is no such movie
   */
  float score(UserState user, int movie);

  /** Returns the movies' vectors, for kinds that place movies in a space. */
  Optional<MovieVectors> movieVectors();

  /** Returns how scores become ratings, for objectives that predict ratings. */
  Optional<RatingLink> rating();
}
