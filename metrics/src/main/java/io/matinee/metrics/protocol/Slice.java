package io.matinee.metrics.protocol;

/** A part of what is judged. */
public sealed interface Slice {
  /** Everything. */
  Slice ALL = new All();

  /** All users and all relevant movies. */
  record All() implements Slice {}

  /**
   * Users by how much they rated.
   *
   * @param activity how many ratings each of them gave
   */
  record Users(RatingCountRange activity) implements Slice {}

  /**
   * Relevant movies by how much they were rated: the lists stay as they are, other movies in them
   * are no hits.
   *
   * @param popularity how many ratings each of them has
   */
  record Movies(RatingCountRange popularity) implements Slice {}
}
