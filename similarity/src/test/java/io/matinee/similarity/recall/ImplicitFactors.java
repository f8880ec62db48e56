package io.matinee.similarity.recall;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Movie factors by implicit alternating least squares (Hu, Koren and Volinsky 2008), each half step
 * being the model's own exact fold-in: of users into movies, then of movies into users.
 */
final class ImplicitFactors {
  private static final int SWEEPS = 6;
  private static final FactorObjective OBJECTIVE = new FactorObjective.Implicit(.1, 0, 20, 4);

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
      float[] users =
          halfStep(movies, dimension, ratings.userCount(), user -> RatedMovies.of(ratings, user));
      movies =
          halfStep(users, dimension, ratings.movieCount(), movie -> RatedMovies.of(byMovie, movie));
    }
    return movies;
  }

  private static float[] halfStep(
      float[] fixed, int dimension, int count, IntFunction<RatedMovies> rows) {
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
      UserState state = scorer.foldIn(rows.apply(index)).orElseGet(scorer::nobody);
      float[] vector = scorer.vector(state).vector();
      System.arraycopy(vector, 0, solved, index * dimension, dimension);
    }
    return solved;
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
