package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.BitSet;

/** A rule that finds what is held out among the ratings themselves. */
public sealed interface ComputedHoldOut extends HoldOut permits RatingHoldOut, LastRatings {

  /** Returns the positions of the ratings that are held out. */
  BitSet heldOut(RatingsMatrix all);

  /** Returns whether the rule goes by the times of ratings, all of which must be known then. */
  default boolean needsTimes() {
    return false;
  }
}
