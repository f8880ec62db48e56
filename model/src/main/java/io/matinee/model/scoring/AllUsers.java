package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.stream.IntStream;

/** The top-k lists of all users of a model, over all cores. */
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
    return IntStream.range(0, seen.userCount())
        .parallel()
        .mapToObj(
            user -> {
              float[] scores = new float[scorer.movieCount()];
              scorer.scoreAll(scorer.user(user), scores);
              return TopK.select(
                  scores,
                  k,
                  movie ->
                      candidates.allows(movie) && (includeSeen || !seen.contains(user, movie)));
            })
        .toArray(int[][]::new);
  }
}
