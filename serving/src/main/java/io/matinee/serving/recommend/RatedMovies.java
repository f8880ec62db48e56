package io.matinee.serving.recommend;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One user's ratings, one a movie, ascending by movie. Immutable: the arrays are only read. */
final class RatedMovies {
  static final RatedMovies NONE = new RatedMovies(new TreeMap<>());

  private final int[] movies;
  private final float[] ratings;

  /** Keeps ratings by movie index. */
  RatedMovies(SortedMap<Integer, Float> byMovie) {
    movies = new int[byMovie.size()];
    ratings = new float[byMovie.size()];
    int position = 0;
    for (Map.Entry<Integer, Float> rating : byMovie.entrySet()) {
      movies[position] = rating.getKey();
      ratings[position++] = rating.getValue();
    }
  }

  /** Returns the movies' indices, [ratings]. */
  int[] movies() {
    return movies;
  }

  /** Returns the ratings in the movies' order, [ratings]. */
  float[] ratings() {
    return ratings;
  }
}
