package io.matinee.trainer.algorithm.likes;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;

/** The hyper-parameter that says which ratings are likes. */
public final class MinimumRating {

  /** As algorithms list it. */
  public static final Real PARAMETER =
      Real.of(
              "minimum-rating",
              "The least rating that is a like; 0 for four fifths of the scale's greatest.",
              0)
          .from(0)
          .to(1e6);

  private MinimumRating() {}

  /** Returns the least rating that is a like, as precise as ratings are. */
  public static float of(Settings settings, RatingScale scale) {
    double given = settings.get(PARAMETER);
    return given > 0 ? (float) given : scale.relevanceThreshold();
  }
}
