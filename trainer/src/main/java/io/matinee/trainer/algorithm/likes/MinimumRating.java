package io.matinee.trainer.algorithm.likes;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;

/** The hyper-parameter that says which ratings are likes. */
public final class MinimumRating {

  /** As algorithms list it. */
  public static final Real PARAMETER =
      Real.of(
          "minimum-rating",
          "The least rating that is a like; 0 for the scale's own, 4 of 5. Every watch is one.",
          0);

  private MinimumRating() {}

  /**
   * Checks that no least rating is set where there are none.
   *
   * @param settings of any algorithm
   * @throws IllegalArgumentException when one is set for watches
   */
  public static void check(Settings settings, EventKind kind) {
    boolean given = settings.values().containsKey(PARAMETER.key()) && settings.get(PARAMETER) != 0;
    if (given && kind == EventKind.WATCH) {
      throw new IllegalArgumentException(
          PARAMETER.key() + " is for ratings: of watches each is a like, so leave it out");
    }
  }

  /** Returns the least rating that is a like, as precise as ratings are. */
  public static float of(Settings settings, RatingScale scale) {
    double given = settings.get(PARAMETER);
    return given == 0
        ? scale.relevanceThreshold()
        : (float) Math.clamp(given, -Float.MAX_VALUE, Float.MAX_VALUE);
  }
}
