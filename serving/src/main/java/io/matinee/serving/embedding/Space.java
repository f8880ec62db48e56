package io.matinee.serving.embedding;

/** Which scorer's space. */
public enum Space {
  /** The ranking scorer's, or the rating scorer's when there is no ranking scorer. */
  DEFAULT,
  /** The ranking scorer's. */
  RANKING,
  /** The rating scorer's. */
  RATING
}
