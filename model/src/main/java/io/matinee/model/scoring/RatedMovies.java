package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One user's ratings: what a fold-in starts from, and the state of users of neighbour scorers.
 *
 * @param movies [n] indices of movies, each once
 * @param ratings [n] their ratings, finite
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record RatedMovies(int[] movies, float[] ratings) implements UserState {
  /** No ratings. */
  public static final RatedMovies NONE = new RatedMovies(new int[0], new float[0]);

  /** Refuses arrays of different lengths and ratings that are not finite. */
  public RatedMovies {
    if (movies.length != ratings.length) {
      throw new IllegalArgumentException(
          movies.length + " movies but " + ratings.length + " ratings");
    }
    for (float rating : ratings) {
      if (!Float.isFinite(rating)) {
        throw new IllegalArgumentException("a rating must be finite, found " + rating);
      }
    }
  }

  /** Returns a copy of a user's row. */
  public static RatedMovies of(RatingsMatrix matrix, int user) {
    int start = matrix.userStart(user);
    int count = matrix.userRatingCount(user);
    int[] movies = new int[count];
    float[] ratings = new float[count];
    for (int index = 0; index < count; index++) {
      movies[index] = matrix.movieAt(start + index);
      ratings[index] = matrix.ratingAt(start + index);
    }
    return new RatedMovies(movies, ratings);
  }

  /** Returns how many ratings there are. */
  public int count() {
    return movies.length;
  }

  /**
   * Makes sure that a scorer has the movies.
   *
   * @throws IndexOutOfBoundsException if a movie is not in [0, movieCount)
   */
  void requireWithin(int movieCount) {
    for (int movie : movies) {
      Objects.checkIndex(movie, movieCount);
    }
  }

  /** Returns those of at least {@code least}. */
  RatedMovies from(double least) {
    return where(index -> ratings[index] >= least);
  }

  /** Returns those of some movies. */
  RatedMovies of(IntPredicate wanted) {
    return where(index -> wanted.test(movies[index]));
  }

  private RatedMovies where(IntPredicate kept) {
    int[] indices = IntStream.range(0, movies.length).filter(kept).toArray();
    int[] keptMovies = new int[indices.length];
    float[] keptRatings = new float[indices.length];
    for (int index = 0; index < indices.length; index++) {
      keptMovies[index] = movies[indices[index]];
      keptRatings[index] = ratings[indices[index]];
    }
    return new RatedMovies(keptMovies, keptRatings);
  }
}
