package io.matinee.serving.embedding;

import io.matinee.model.scoring.MovieVectors;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserVector;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;

/**
 * The vectors of one version's movies and users. Immutable; the snapshot must stay open as long as
 * it is used.
 */
public final class Embeddings {
  private final Optional<Scorer> ranking;
  private final Optional<Scorer> rating;

  /** Reads the vectors of a snapshot's scorers. */
  public Embeddings(Snapshot snapshot) {
    ranking = snapshot.ranking();
    rating = snapshot.rating();
  }

  /**
   * Returns a movie's vector and bias.
   *
   * @param movie the movie's index
   * @throws MatineeException NO_RANKING_SCORER or NO_RATING_SCORER when the version lacks the
   *     scorer, NO_VECTORS when the scorer has no vectors
   */
  public EntityVector ofMovie(int movie, Space space) {
    MovieVectors vectors = vectors(scorer(space));
    return new EntityVector(vectors.vector(movie), vectors.bias(movie));
  }

  /**
   * Returns a user's vector and bias; zeros for a user of whom the scorer knows nothing.
   *
   * @param user the user's index
   * @throws MatineeException as {@link #ofMovie}
   */
  public EntityVector ofUser(int user, Space space) {
    Scorer scorer = scorer(space);
    vectors(scorer);
    if (scorer.user(user).orElseGet(scorer::nobody) instanceof UserVector state) {
      return new EntityVector(state.vector(), state.bias());
    }
    throw noVectors();
  }

  private Scorer scorer(Space space) {
    return switch (space) {
      case DEFAULT -> ranking.or(() -> rating).orElseThrow(Embeddings::noRankingScorer);
      case RANKING -> ranking.orElseThrow(Embeddings::noRankingScorer);
      case RATING -> rating.orElseThrow(Embeddings::noRatingScorer);
    };
  }

  private static MovieVectors vectors(Scorer scorer) {
    return scorer.movieVectors().orElseThrow(Embeddings::noVectors);
  }

  private static MatineeException noVectors() {
    return MatineeException.of(
        Reason.NO_VECTORS, "this scorer of the model version places nothing in a space of vectors");
  }

  private static MatineeException noRankingScorer() {
    return MatineeException.of(
        Reason.NO_RANKING_SCORER, "this model version has no ranking scorer, so no such space");
  }

  private static MatineeException noRatingScorer() {
    return MatineeException.of(
        Reason.NO_RATING_SCORER, "this model version has no rating scorer, so no such space");
  }
}
