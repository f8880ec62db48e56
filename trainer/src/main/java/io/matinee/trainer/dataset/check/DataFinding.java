package io.matinee.trainer.dataset.check;

/**
 * Something about a version that gives reason to look.
 *
 * @param kind what it is about
 * @param text what it is, in words and figures
 */
public record DataFinding(Kind kind, String text) {

  /** What a finding is about. */
  public enum Kind {
    /** The ratings are on another scale. */
    SCALE,
    /** There are far fewer ratings, or far more. */
    RATINGS,
    /** Many movies have lost all their ratings. */
    LOST_MOVIES,
    /** Many rated movies are new: their ids may have changed. */
    NEW_MOVIES,
    /** Many users have lost all their ratings. */
    LOST_USERS,
    /** Many users are new: their ids may have changed. */
    NEW_USERS,
    /** The mean rating has moved. */
    MEAN,
    /** Ratings are given in other shares. */
    HISTOGRAM,
    /** The newest rating is older. */
    OLDER
  }
}
