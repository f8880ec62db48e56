package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.stream.IntStream;

/**
 * The top-k lists of all users of a model, in blocks over all cores. Scores are those of {@link
 * FactorScorer#scoreAll} but for the order of additions, which can exchange movies whose scores
 * differ by rounding alone; equal vectors tie exactly, and the smaller index comes first.
 */
public final class AllUsers {
  private AllUsers() {}

  /**
   * Recommends to every user.
   *
   * @param scorer the model
   * @param seen what each user rated; its rows are the model's users
   * @param candidates which movies may be recommended
   * @param k how long the lists are, at least 0
   * @param includeSeen whether seen movies may be recommended too
   * @return [users][at most k] indices of movies, best first
   */
  public static int[][] topK(
      FactorScorer scorer, RatingsMatrix seen, MovieMask candidates, int k, boolean includeSeen) {
    int[][] lists = new int[seen.userCount()][];
    topK(scorer, seen, candidates, k, includeSeen, (user, list) -> lists[user] = list);
    return lists;
  }

  /**
   * Recommends to every user and keeps nothing: the memory is that of a block of users a core.
   *
   * @param lists gets each user's list, of at most k indices of movies, best first; called by many
   *     threads at once
   */
  public static void topK(
      FactorScorer scorer,
      RatingsMatrix seen,
      MovieMask candidates,
      int k,
      boolean includeSeen,
      ListConsumer lists) {
    int length = Math.min(k, scorer.movieCount());
    PackedMovies movies = PackedMovies.of(scorer, candidates);
    IntStream.range(0, Math.ceilDiv(seen.userCount(), UserBlock.USERS))
        .parallel()
        .map(block -> block * UserBlock.USERS)
        .forEach(
            first -> new UserBlock(scorer, movies, seen, includeSeen, first, length).fill(lists));
  }

  /** Takes users' lists. */
  @FunctionalInterface
  public interface ListConsumer {
    /** Takes the list of one user. */
    void accept(int user, int[] list);
  }
}
