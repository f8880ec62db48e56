package io.matinee.trainer.dataset.split;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/**
 * The ratings of a split.
 *
 * @param ratings those of the data-set version that it was made for
 * @param heldOut those held out
 * @param users the users who gave these
 * @param movies the movies that got them
 * @param absent those held out of pairs that the data-set version does not have
 */
public record SplitCounts(long ratings, long heldOut, long users, long movies, long absent) {

  /**
   * Makes sure that there is something on either side.
   *
   * @throws MatineeException NOTHING_HELD_OUT or NO_RATINGS
   */
  void requireBothParts() {
    if (heldOut == 0) {
      throw MatineeException.of(
          Reason.NOTHING_HELD_OUT,
          "The split would hold none of %,d ratings out; choose another rule.".formatted(ratings));
    }
    if (heldOut - absent == ratings) {
      throw MatineeException.of(
          Reason.NO_RATINGS,
          "The split would hold all %,d ratings out and leave none to train on; choose another rule."
              .formatted(ratings));
    }
  }
}
