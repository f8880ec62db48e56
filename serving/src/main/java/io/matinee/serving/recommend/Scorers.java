package io.matinee.serving.recommend;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;

/**
 * The scorers of one version.
 *
 * @param ranking orders lists; empty when the version only predicts ratings
 * @param rating predicts ratings; empty when the version only ranks
 */
record Scorers(Optional<FactorScorer> ranking, Optional<FactorScorer> rating) {
  private static final int[] NO_MOVIES = {};
  private static final float[] NO_RATINGS = {};

  static Scorers of(Snapshot snapshot) {
    return new Scorers(snapshot.ranking(), snapshot.rating());
  }

  /** Returns what orders lists: the ranking scorer, or the rating scorer when there is none. */
  Optional<FactorScorer> ordering() {
    return ranking.or(() -> rating);
  }

  /** Returns what predicts ratings. */
  FactorScorer predicting() {
    return rating.orElseThrow(
        () ->
            MatineeException.of(
                Reason.NO_RATING_SCORER,
                "this model version ranks movies but predicts no ratings"));
  }

  /**
   * Returns a user's state in a scorer's space; without any rating, that of nobody in particular.
   */
  static UserState state(FactorScorer scorer, Taste taste) {
    return switch (taste) {
      case Taste.Trained(int user) -> scorer.user(user);
      case Taste.FoldedIn(RatedMovies rated) -> scorer.foldIn(rated.movies(), rated.ratings());
      case Taste.Unknown() -> scorer.foldIn(NO_MOVIES, NO_RATINGS);
    };
  }
}
