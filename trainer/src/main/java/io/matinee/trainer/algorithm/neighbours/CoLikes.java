package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.scoring.ranking.TopK;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;

/**
 * Weights from movies to others that are liked along with them. Of n(i) users who like movie i,
 * n(m) who like movie m and c who like both,
 *
 * <pre>
 *   weight(i, m) = c / (n(i)^((1 + p) / 2) n(m)^((1 - p) / 2)) * c / (c + damping)
 * </pre>
 *
 * For p = 0 the first factor is the cosine of the two movies' likes, for p = 1 the share of those
 * who like i that like m too (Deshpande and Karypis 2004, section 4). The second shrinks what few
 * users say. Thread-safe.
 */
final class CoLikes {

  private final LikedPart likes;
  private final double damping;

  /** [movies], what a weight out of a movie is divided by. */
  private final double[] outwards;

  /** [movies], what a weight into a movie is divided by. */
  private final double[] inwards;

  CoLikes(LikedPart likes, double popularity, double damping) {
    this.likes = likes;
    this.damping = damping;
    this.outwards = powers(likes.byMovie(), (1 + popularity) / 2);
    this.inwards = powers(likes.byMovie(), (1 - popularity) / 2);
  }

  /**
   * Returns the strongest weights into a movie; among equal ones those of the smaller index.
   *
   * @param count how many at most
   */
  Column strongest(int movie, int count) {
    int[] users = new int[likes.movieCount()];
    int[] sources = new int[likes.movieCount()];
    int found = 0;
    Likes byMovie = likes.byMovie();
    for (int position = 0; position < byMovie.count(movie); position++) {
      int user = byMovie.column(movie, position);
      for (int place = 0; place < likes.byUser().count(user); place++) {
        int source = likes.byUser().column(user, place);
        if (source != movie && users[source]++ == 0) {
          sources[found++] = source;
        }
      }
    }
    Arrays.sort(sources, 0, found);
    float[] weights = new float[found];
    for (int index = 0; index < found; index++) {
      weights[index] = (float) weight(sources[index], movie, users[sources[index]]);
    }
    int[] kept = TopK.select(weights, count, index -> true);
    Arrays.sort(kept);
    int[] keptSources = new int[kept.length];
    float[] keptWeights = new float[kept.length];
    for (int index = 0; index < kept.length; index++) {
      keptSources[index] = sources[kept[index]];
      keptWeights[index] = weights[kept[index]];
    }
    return new Column(keptSources, keptWeights);
  }

  private double weight(int source, int movie, double both) {
    return both / (outwards[source] * inwards[movie]) * both / (both + damping);
  }

  private static double[] powers(Likes byMovie, double exponent) {
    double[] powers = new double[byMovie.rows()];
    Arrays.setAll(powers, movie -> StrictMath.pow(byMovie.count(movie), exponent));
    return powers;
  }
}
