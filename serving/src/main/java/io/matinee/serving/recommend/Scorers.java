package io.matinee.serving.recommend;

import io.matinee.model.scoring.RatingLink;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scorers of one version.
 *
 * @param ranking orders lists; empty when the version only predicts ratings
 * @param rating predicts ratings; empty when the version only ranks
 */
record Scorers(Optional<Scorer> ranking, Optional<Scorer> rating) {

  static Scorers of(Snapshot snapshot) {
    return new Scorers(snapshot.ranking(), snapshot.rating());
  }

  /**
   * Returns what orders lists: the ranking scorer, and for users of whom it knows nothing the
   * rating scorer.
   */
  List<Scorer> ordering() {
    return Stream.concat(ranking.stream(), rating.stream()).toList();
  }

  /**
   * Returns what predicts a user's ratings, those of nobody in particular if the rating scorer
   * knows nothing of the user; empty when the version only ranks.
   */
  Optional<Predictions> predictions(Taste taste) {
    return rating.flatMap(
        scorer ->
            scorer
                .rating()
                .map(link -> new Predictions(scorer, stateOrNobody(scorer, taste), link)));
  }

  /** Returns the refusal to predict ratings. */
  static MatineeException noRatings() {
    return MatineeException.of(
        Reason.NO_RATING_SCORER, "this model version ranks movies but predicts no ratings");
  }

  /** Returns a user's state in a scorer, empty if it knows nothing of the user. */
  static Optional<UserState> state(Scorer scorer, Taste taste) {
    return switch (taste) {
      case Taste.Trained(int user) -> scorer.user(user);
      case Taste.FoldedIn(var rated) -> scorer.foldIn(rated);
      case Taste.Unknown() -> Optional.empty();
    };
  }

  private static UserState stateOrNobody(Scorer scorer, Taste taste) {
    return state(scorer, taste).orElseGet(scorer::nobody);
  }

  /**
   * Predicts one user's ratings.
   *
   * @param scorer what scores
   * @param user the user's state in it
   * @param link from scores to ratings
   */
  record Predictions(Scorer scorer, UserState user, RatingLink link) {

    /** Returns the predicted rating of a movie. */
    float rating(int movie) {
      return link.rating(scorer.score(user, movie));
    }
  }
}
