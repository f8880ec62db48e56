package io.matinee.trainer.algorithm;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.trainer.algorithm.setting.Settings;

/**
 * What to train on.
 *
 * @param ratings the training part, [users, movies]; held-out ratings are not in it
 * @param scale the scale of the ratings
 * @param settings a value for every hyper-parameter
 * @param seed the seed of everything random
 */
public record TrainingTask(
    RatingsMatrix ratings, RatingScale scale, Settings settings, long seed) {}
