package io.matinee.similarity.vectors;

/**
 * The part of a list that came before. A list is in the order of falling similarity, equal ones by
 * ascending index.
 *
 * @param count how many movies
 * @param last the last of them
 * @param score its similarity
 */
public record Listed(int count, int last, float score) {
  /** What came before the beginning of a list. */
  public static final Listed NOTHING = new Listed(0, Query.NO_MOVIE, Float.POSITIVE_INFINITY);

  /** Returns whether all that came before stands before a movie with this similarity. */
  public boolean isBefore(int movie, float other) {
    return other < score || (other == score && movie > last);
  }
}
