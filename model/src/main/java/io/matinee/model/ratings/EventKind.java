package io.matinee.model.ratings;

/** What users of a data set did with its movies: one kind in a version, never both. */
public enum EventKind {
  /** They rated them, on a scale. */
  RATING,
  /** They watched them, and said nothing of how they liked it: each watch counts as a like. */
  WATCH
}
