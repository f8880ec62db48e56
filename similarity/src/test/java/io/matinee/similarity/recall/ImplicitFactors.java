package io.matinee.similarity.recall;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.FoldIn;
import io.matinee.model.scoring.Link;
import io.matinee.model.scoring.Objective;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Movie factors by implicit alternating least squares (Hu, Koren and Volinsky 2008), each half step
 * being the model's own exact fold-in: of users into movies, then of movies into users.
 */
final class ImplicitFactors {
  private static final int SWEEPS = 6;
  private static final Objective OBJECTIVE =
      new Objective("implicit", Link.IDENTITY, FoldIn.IMPLICIT, .1, 20, 0, 4);

  private record Row(int[] indices, float[] ratings) {}

  private ImplicitFactors() {}

  /** Returns [movies, d], row-major. */
  static float[] train(RatingsMatrix ratings, int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] movies = new float[ratings.movieCount() * dimension];
    for (int index = 0; index < movies.length; index++) {
      movies[index] = (float) (.1 * random.nextGaussian());
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      float[] users =
          halfStep(movies, dimension, ratings.userCount(), user -> rowOfUser(ratings, user));
      movies =
          halfStep(users, dimension, ratings.movieCount(), movie -> rowOfMovie(ratings, movie));
    }
    return movies;
  }

  private static float[] halfStep(float[] fixed, int dimension, int count, IntFunction<Row> rows) {
    float[] none = {};
    FactorScorer scorer =
        FactorScorer.of(
            new FactorModel(
                dimension,
                fixed,
                none,
                none,
                none,
                0,
                RatingScale.MOVIELENS_HALF_STARS,
                OBJECTIVE));
    float[] solved = new float[count * dimension];
    for (int index = 0; index < count; index++) {
      Row row = rows.apply(index);
      float[] vector = scorer.foldIn(row.indices(), row.ratings()).vector();
      System.arraycopy(vector, 0, solved, index * dimension, dimension);
    }
    return solved;
  }

  private static Row rowOfUser(RatingsMatrix ratings, int user) {
    int start = ratings.userStart(user);
    int count = ratings.userEnd(user) - start;
    Row row = new Row(new int[count], new float[count]);
    for (int at = 0; at < count; at++) {
      row.indices()[at] = ratings.movieAt(start + at);
      row.ratings()[at] = ratings.ratingAt(start + at);
    }
    return row;
  }

  private static Row rowOfMovie(RatingsMatrix ratings, int movie) {
    int start = ratings.movieStart(movie);
    int count = ratings.movieEnd(movie) - start;
    Row row = new Row(new int[count], new float[count]);
    for (int at = 0; at < count; at++) {
      row.indices()[at] = ratings.raterAt(start + at);
      row.ratings()[at] = ratings.columnRatingAt(start + at);
    }
    return row;
  }
}
