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
 */
public record TrainingTask(
    RatingsMatrix ratings,
    Catalogue catalogue,
    RatingScale scale,
    Settings settings,
    long seed,
    Cancellation cancellation) {

  /** Returns a task on movies of which only the ids are known, and that nobody cancels. */
  public static TrainingTask ofRatings(
      RatingsMatrix ratings, RatingScale scale, Settings settings, long seed) {
    Catalogue catalogue =
        Catalogue.of(
            ratings.movies(), ratings.movies().ids().stream().map(Movie::ofId).toList(), ratings);
    return new TrainingTask(ratings, catalogue, scale, settings, seed, new Cancellation());
  }
}
