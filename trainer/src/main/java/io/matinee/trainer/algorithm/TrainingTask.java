package io.matinee.trainer.algorithm;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.trainer.algorithm.setting.Settings;

/**
 * What to train on.
 *
 * @param ratings the training part, [users, movies], with the time of each rating where it is
 *     known; held-out ratings are not in it
 * @param catalogue the movies, with counts and means of the training part
 * @param scale the scale of the ratings
 * @param settings a value for every hyper-parameter
 * @param seed the seed of everything random
 * @param cancellation asks the training to end; an algorithm looks at it between epochs
 * @param heldOut the held-out ratings, of the same dictionaries: to record a loss on where that is
 *     asked for, never to learn from or to choose by
 */
public record TrainingTask(
    RatingsMatrix ratings,
    Catalogue catalogue,
    RatingScale scale,
    Settings settings,
    long seed,
    Cancellation cancellation,
    RatingsMatrix heldOut) {

  /** A task of which nothing is held out. */
  public TrainingTask(
      RatingsMatrix ratings,
      Catalogue catalogue,
      RatingScale scale,
      Settings settings,
      long seed,
      Cancellation cancellation) {
    this(
        ratings,
        catalogue,
        scale,
        settings,
        seed,
        cancellation,
        RatingsMatrix.builder(ratings.users(), ratings.movies()).build());
  }

  /**
   * Returns a task on movies of which only the ids are known, that nobody cancels and of which
   * nothing is held out.
   */
  public static TrainingTask ofRatings(
      RatingsMatrix ratings, RatingScale scale, Settings settings, long seed) {
    Catalogue catalogue =
        Catalogue.of(
            ratings.movies(), ratings.movies().ids().stream().map(Movie::ofId).toList(), ratings);
    return new TrainingTask(ratings, catalogue, scale, settings, seed, new Cancellation());
  }

  /** Returns the same with held-out ratings. */
  public TrainingTask holdingOut(RatingsMatrix ratingsHeldOut) {
    return new TrainingTask(
        ratings, catalogue, scale, settings, seed, cancellation, ratingsHeldOut);
  }
}
