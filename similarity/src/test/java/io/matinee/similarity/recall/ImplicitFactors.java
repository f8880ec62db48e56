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
    RatingsMatrix byMovie = transposed(ratings);
    float[] movies = new float[ratings.movieCount() * dimension];
    for (int index = 0; index < movies.length; index++) {
      movies[index] = (float) (.1 * random.nextGaussian());
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      float[] users = halfStep(movies, dimension, ratings.userCount(), user -> row(ratings, user));
      movies = halfStep(users, dimension, ratings.movieCount(), movie -> row(byMovie, movie));
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

  private static Row row(RatingsMatrix ratings, int index) {
    int start = ratings.userStart(index);
    int count = ratings.userEnd(index) - start;
    Row row = new Row(new int[count], new float[count]);
    for (int at = 0; at < count; at++) {
      row.indices()[at] = ratings.movieAt(start + at);
      row.ratings()[at] = ratings.ratingAt(start + at);
    }
    return row;
  }

  private static RatingsMatrix transposed(RatingsMatrix ratings) {
    RatingsMatrix.Builder columns = RatingsMatrix.builder(ratings.movies(), ratings.users());
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int at = ratings.userStart(user); at < ratings.userEnd(user); at++) {
        columns.add(ratings.movieAt(at), user, ratings.ratingAt(at), 0);
      }
    }
    return columns.build();
  }
}
