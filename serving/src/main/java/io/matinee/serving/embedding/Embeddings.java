package io.matinee.serving.embedding;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;

/**
 * The vectors of one version's movies and users. Immutable; the snapshot must stay open as long as
 * it is used.
 */
public final class Embeddings {
  private final Optional<FactorScorer> ranking;
  private final Optional<FactorScorer> rating;

  /** Reads the vectors of a snapshot's scorers. */
  public Embeddings(Snapshot snapshot) {
    ranking = snapshot.ranking();
    rating = snapshot.rating();
  }

  /**
   * Returns a movie's vector and bias.
   *
   * @param movie the movie's index
   * @throws MatineeException NO_RANKING_SCORER or NO_RATING_SCORER when the version lacks the space
   */
  public EntityVector ofMovie(int movie, Space space) {
    FactorScorer scorer = scorer(space);
    return new EntityVector(scorer.movieVector(movie), scorer.movieBias(movie));
  }

  /**
   * Returns a user's vector and bias.
   *
   * @param user the user's index
   * @throws MatineeException NO_RANKING_SCORER or NO_RATING_SCORER when the version lacks the space
   */
  public EntityVector ofUser(int user, Space space) {
    UserState state = scorer(space).user(user);
    return new EntityVector(state.vector(), state.bias());
  }

  private FactorScorer scorer(Space space) {
    return switch (space) {
      case DEFAULT -> ranking.or(() -> rating).orElseThrow(Embeddings::noRankingScorer);
      case RANKING -> ranking.orElseThrow(Embeddings::noRankingScorer);
      case RATING -> rating.orElseThrow(Embeddings::noRatingScorer);
    };
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
