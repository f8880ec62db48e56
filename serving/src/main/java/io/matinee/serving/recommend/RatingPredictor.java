package io.matinee.serving.recommend;

import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.serving.catalogue.Lookup;
import java.util.ArrayList;
import java.util.List;

/** Predicts a user's ratings of given movies. Immutable. */
public final class RatingPredictor {
  private final Scorers scorers;
  private final TasteReader tastes;
  private final Lookup lookup;

  private RatingPredictor(Scorers scorers, TasteReader tastes, Lookup lookup) {
    this.scorers = scorers;
    this.tastes = tastes;
    this.lookup = lookup;
  }

  /** Returns the predictor of a version; the snapshot must stay open as long as it is used. */
  public static RatingPredictor of(Snapshot snapshot, Lookup lookup) {
    return new RatingPredictor(Scorers.of(snapshot), TasteReader.of(snapshot, lookup), lookup);
  }

  /**
   * Returns the predicted ratings of movies.
   *
   * @param userId the user's id; may be empty when ratings are given
   * @param given ratings to fold in
   * @throws MatineeException NO_RATING_SCORER; USER_NOT_FOUND when nothing is known of the user;
   *     and what is wrong with the given ratings
   */
  public PredictedRatings predict(String userId, List<GivenRating> given, List<String> movieIds) {
    Taste taste = tastes.read(userId, given);
    Scorers.Predictions predictions = scorers.predictions(taste).orElseThrow(Scorers::noRatings);
    if (taste instanceof Taste.Unknown) {
      throw TasteReader.nothingKnown(userId);
    }
    List<PredictedRatings.Rating> ratings = new ArrayList<>(movieIds.size());
    List<String> missing = new ArrayList<>();
    for (String movieId : movieIds) {
      int movie = lookup.findMovie(movieId);
      if (movie < 0) {
        missing.add(movieId);
      } else {
        ratings.add(new PredictedRatings.Rating(movieId, predictions.rating(movie)));
      }
    }
    return new PredictedRatings(ratings, missing);
  }
}
