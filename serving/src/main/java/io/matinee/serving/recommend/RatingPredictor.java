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
   * Returns the predicted ratings on the data set's scale, in the order of {@code movieIds}.
   *
   * @param userId the user's id; may be empty when ratings are given
   * @param given ratings to fold in
   * @throws MatineeException NO_RATING_SCORER; USER_NOT_FOUND when nothing is known of the user;
   *     MOVIE_NOT_FOUND; and what is wrong with the given ratings
   */
  public List<Float> predict(String userId, List<GivenRating> given, List<String> movieIds) {
    Taste taste = tastes.read(userId, given);
    Scorers.Predictions predictions = scorers.predictions(taste).orElseThrow(Scorers::noRatings);
    if (taste instanceof Taste.Unknown) {
      throw TasteReader.nothingKnown(userId);
    }
    List<Float> ratings = new ArrayList<>(movieIds.size());
    for (int index = 0; index < movieIds.size(); index++) {
      int movie = lookup.movie(movieIds.get(index), "movie_ids[" + index + "]");
      ratings.add(predictions.rating(movie));
    }
    return ratings;
  }
}
