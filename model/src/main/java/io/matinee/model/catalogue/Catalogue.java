package io.matinee.model.catalogue;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * The movies of a model version in the order of their dictionary, with the number and mean of their
 * training ratings. Immutable and thread-safe.
 */
public final class Catalogue {
  private final IdDictionary ids;
  private final List<Movie> movies;
  private final long[] ratingCounts;
  private final double[] meanRatings;

  private Catalogue(
      IdDictionary ids, List<Movie> movies, long[] ratingCounts, double[] meanRatings) {
    this.ids = ids;
    this.movies = movies;
    this.ratingCounts = ratingCounts;
    this.meanRatings = meanRatings;
  }

  /**
   * Counts the training ratings of each movie.
   *
   * @param ids the dictionary of the movies
   * @param aligned the movies, one for each index of the dictionary
   * @param training ratings whose columns are this dictionary
   * @throws IllegalArgumentException if the three do not fit together
   */
  public static Catalogue of(IdDictionary ids, List<Movie> aligned, RatingsMatrix training) {
    if (training.movieCount() != ids.size()) {
      throw new IllegalArgumentException(
          "%d columns of ratings for %d movies".formatted(training.movieCount(), ids.size()));
    }
    long[] counts = Arrays.stream(training.movieRatingCounts()).asLongStream().toArray();
    return ofCounts(ids, aligned, counts, training.movieMeans());
  }

  /**
   * Takes counts and means that are known already.
   *
   * @param ids the dictionary of the movies
   * @param aligned the movies, one for each index of the dictionary
   * @param ratingCounts [movies], how many training ratings each has
   * @param meanRatings [movies], their mean, NaN without any
   * @throws IllegalArgumentException if the four do not fit together
   */
  public static Catalogue ofCounts(
      IdDictionary ids, List<Movie> aligned, long[] ratingCounts, double[] meanRatings) {
    int size = ids.size();
    if (aligned.size() != size || ratingCounts.length != size || meanRatings.length != size) {
      throw new IllegalArgumentException(
          "%d ids, %d movies, %d counts and %d means are not of one catalogue"
              .formatted(size, aligned.size(), ratingCounts.length, meanRatings.length));
    }
    for (int index = 0; index < size; index++) {
      if (!aligned.get(index).id().equals(ids.id(index))) {
        throw new IllegalArgumentException(
            "movie %d is %s, its dictionary says %s"
                .formatted(index, aligned.get(index).id(), ids.id(index)));
      }
    }
    return new Catalogue(ids, List.copyOf(aligned), ratingCounts.clone(), meanRatings.clone());
  }

  /** Returns the same movies with their counts alone: what was counted has no mean. */
  public Catalogue withoutMeans() {
    double[] none = new double[movies.size()];
    Arrays.fill(none, Double.NaN);
    return new Catalogue(ids, movies, ratingCounts, none);
  }

  /** The number of movies. */
  public int size() {
    return movies.size();
  }

  /** The movie at an index. */
  public Movie movie(int index) {
    return movies.get(index);
  }

  /** How many training ratings the movie has. */
  public long ratingCount(int index) {
    return ratingCounts[index];
  }

  /** The mean of the movie's training ratings; NaN when it has none, or watches alone. */
  public double meanRating(int index) {
    return meanRatings[index];
  }

  /** The dictionary of the movies. */
  public IdDictionary ids() {
    return ids;
  }

  /** Whether the movie may be recommended: it has a training rating. */
  public boolean isCandidate(int index) {
    return ratingCounts[index] >= 1;
  }

  /** How many movies may be recommended. */
  public int candidateCount() {
    int count = 0;
    for (long ratings : ratingCounts) {
      count += ratings >= 1 ? 1 : 0;
    }
    return count;
  }
}
