package io.matinee.trainer.dataset.description;

/**
 * What would remain if movies, users or both with fewer ratings than a minimum were left out; all
 * go by the numbers of ratings before.
 *
 * @param minimum the minimum
 * @param byMovie what remains without such movies
 * @param byUser what remains without such users
 * @param byBoth what remains without either
 */
public record FilterEffect(int minimum, Remaining byMovie, Remaining byUser, Remaining byBoth) {
  /**
   * What remains of the ratings.
   *
   * @param ratings ratings
   * @param users users with at least one of them
   * @param movies movies with at least one of them
   */
  public record Remaining(long ratings, long users, long movies) {}
}
