package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import io.matinee.model.scoring.UserVector;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The movies by falling length of their vectors, and what the score of the movies from a place of
 * that order on can be at most: by Cauchy and Schwarz, u . v is at most |u| |v|. Immutable.
 */
final class LengthOrder {
  /** Covers the rounding of scores and bounds: far above that of a sum of some hundred floats. */
  private static final double ROUNDING = 1e-4;

  private final int[] movies;

  /** [movies], by place. */
  private final double[] lengths;

  /** [movies], the greatest bias, mean included, of the movies from a place on. */
  private final double[] greatestBias;

  /** [movies], by movie, mean included. */
  private final float[] biasOf;

  private LengthOrder(int[] movies, double[] lengths, double[] greatestBias, float[] biasOf) {
    this.movies = movies;
    this.lengths = lengths;
    this.greatestBias = greatestBias;
    this.biasOf = biasOf;
  }

  /** Orders the movies of a scorer; equal lengths by falling bias. */
  static LengthOrder of(FactorScorer scorer) {
    int count = scorer.movieCount();
    double[] lengthOf = new double[count];
    float[] biasOf = new float[count];
    scorer.scoreAll(scorer.nobody(), biasOf);
    for (int movie = 0; movie < count; movie++) {
      lengthOf[movie] = Kernels.length(scorer.movieVector(movie));
    }
    int[] movies =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(movie -> -lengthOf[movie])
                    .thenComparingDouble(movie -> -biasOf[movie]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] lengths = new double[count];
    double[] greatestBias = new double[count];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int place = count - 1; place >= 0; place--) {
      lengths[place] = lengthOf[movies[place]];
      greatest = Math.max(greatest, biasOf[movies[place]]);
      greatestBias[place] = greatest;
    }
    return new LengthOrder(movies, lengths, greatestBias, biasOf);
  }

  /** Returns the movie at a place. */
  int movie(int place) {
    return movies[place];
  }

  /** Returns the bias of the movie at a place, mean included. */
  float bias(int place) {
    return biasOf[movies[place]];
  }

  /** Returns a value that no score of the movies from a place on exceeds. */
  double bound(int place, double userLength, UserVector user) {
    double product = userLength * lengths[place];
    double bias = greatestBias[place] + user.bias();
    return product + bias + ROUNDING * (product + Math.abs(bias));
  }
}
