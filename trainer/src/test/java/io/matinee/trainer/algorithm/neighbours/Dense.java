package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** The same by dense matrices, slowly. */
final class Dense {

  private Dense() {}

  /** Likes of so many users and movies, some of each without any. */
  static int[][] randomLikes(int users, int movies, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] likes = new int[users][movies];
    for (int user = 1; user < users; user++) {
      for (int movie = 1; movie < movies; movie++) {
        likes[user][movie] = random.nextInt(4) == 0 ? 1 : 0;
      }
    }
    return likes;
  }

  /** A like is a rating of 4, none is a rating of 2. */
  static RatingsMatrix ratings(int[][] likes) {
    RatingsMatrix.Builder builder = RatingsMatrix.builder(ids(likes.length), ids(likes[0].length));
    for (int user = 0; user < likes.length; user++) {
      for (int movie = 0; movie < likes[user].length; movie++) {
        builder.add(user, movie, likes[user][movie] == 1 ? 4 : 2, 0);
      }
    }
    return builder.build();
  }

  static LikedPart part(int[][] likes) {
    return LikedPart.of(Likes.byUser(ratings(likes), 4), likes[0].length);
  }

  /** The same likes as ones, [users, movies]. */
  static int[][] likes(LikedPart part) {
    int[][] likes = new int[part.userCount()][part.movieCount()];
    for (int user = 0; user < likes.length; user++) {
      for (int position = 0; position < part.byUser().count(user); position++) {
        likes[user][part.byUser().column(user, position)] = 1;
      }
    }
    return likes;
  }

  /** B = I - P diagMat(1 / diag P) for P = (X'X + lambda I)^-1. */
  static double[][] weights(int[][] likes, double lambda) {
    double[][] precision = precision(likes, lambda);
    double[][] weights = new double[precision.length][precision.length];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < weights.length; column++) {
        weights[row][column] =
            (row == column ? 1 : 0) - precision[row][column] / precision[column][column];
      }
    }
    return weights;
  }

  static double[][] precision(int[][] likes, double lambda) {
    int movies = likes[0].length;
    double[][] gram = new double[movies][movies];
    for (int row = 0; row < movies; row++) {
      for (int column = 0; column < movies; column++) {
        gram[row][column] = row == column ? lambda : 0;
        for (int[] user : likes) {
          gram[row][column] += user[row] * user[column];
        }
      }
    }
    return inverse(gram);
  }

  /** By elimination. */
  static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] system = new double[size][2 * size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(matrix[row], 0, system[row], 0, size);
      system[row][size + row] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = system[pivot][pivot];
      for (int column = 0; column < 2 * size; column++) {
        system[pivot][column] /= scale;
      }
      for (int row = 0; row < size; row++) {
        double weight = row == pivot ? 0 : system[row][pivot];
        for (int column = 0; column < 2 * size; column++) {
          system[row][column] -= weight * system[pivot][column];
        }
      }
    }
    double[][] inverse = new double[size][size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(system[row], size, inverse[row], 0, size);
    }
    return inverse;
  }

  /** Works with so many threads. */
  static <T> T on(int threads, Callable<T> work) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(work).get();
    }
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }
}
