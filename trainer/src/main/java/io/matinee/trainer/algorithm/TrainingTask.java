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
 * @param device what to train on, of what the algorithm can use
 * @param cancellation asks the training to end; an algorithm looks at it between epochs
 * @param heldOut the held-out ratings, of the same dictionaries: to record a loss on where that is
 *     asked for, never to learn from or to choose by
 * @param checkpoints where an algorithm of epochs keeps how far it is
 */
public record TrainingTask(
    RatingsMatrix ratings,
    Catalogue catalogue,
    RatingScale scale,
    Settings settings,
    long seed,
    Device device,
    Cancellation cancellation,
    RatingsMatrix heldOut,
    Checkpoints checkpoints) {

  /** Returns the same with a place for checkpoints. */
  public TrainingTask with(Checkpoints kept) {
    return new TrainingTask(
        ratings, catalogue, scale, settings, seed, device, cancellation, heldOut, kept);
  }

  /** A task of which nothing is held out, and nothing kept. */
  public TrainingTask(
      RatingsMatrix ratings,
      Catalogue catalogue,
      RatingScale scale,
      Settings settings,
      long seed,
      Device device,
      Cancellation cancellation) {
    this(
        ratings,
        catalogue,
        scale,
        settings,
        seed,
        device,
        cancellation,
        RatingsMatrix.builder(ratings.users(), ratings.movies()).build(),
        Checkpoints.NONE);
  }

  /**
   * Returns a task on movies of which only the ids are known, for the processor, that nobody
   * cancels and of which nothing is held out.
   */
  public static TrainingTask ofRatings(
      RatingsMatrix ratings, RatingScale scale, Settings settings, long seed) {
    Catalogue catalogue =
        Catalogue.of(
            ratings.movies(), ratings.movies().ids().stream().map(Movie::ofId).toList(), ratings);
    return new TrainingTask(
        ratings, catalogue, scale, settings, seed, Device.CPU, new Cancellation());
  }

  /** Returns the same with held-out ratings. */
  public TrainingTask holdingOut(RatingsMatrix ratingsHeldOut) {
    return new TrainingTask(
        ratings,
        catalogue,
        scale,
        settings,
        seed,
        device,
        cancellation,
        ratingsHeldOut,
        checkpoints);
  }
}
