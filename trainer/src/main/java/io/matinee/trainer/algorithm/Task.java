package io.matinee.trainer.algorithm;

/** What a scorer is for. */
public enum Task {
  /** Orders movies for a user. */
  RANKING,
  /** Predicts ratings on the data set's scale. */
  RATING
}
