package io.matinee.bench.quality;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.Split;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a finder of similar movies is worth.
 *
 * @param split one like of each user is held out
 * @param genres [movies], the genres of each
 * @param nearest [movies], the ten nearest of each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record NearestFigures(Split split, List<Set<String>> genres, int[][] nearest) {
  private static final int COUNT = 10;
  private static final int NEAREST = 5;
  private static final int MOST_RATED = 100;
  private static final int FEW_RATINGS = 5;

  /** Asks for the nearest of every movie. */
  static NearestFigures of(Split split, List<Set<String>> genres, NearestMovies finder) {
    int[][] nearest =
        IntStream.range(0, split.training().movieCount())
            .parallel()
            .mapToObj(movie -> finder.of(movie, COUNT))
            .toArray(int[][]::new);
    return new NearestFigures(split, genres, nearest);
  }

  /**
   * Returns for each user the share of the other likes that have the one held out among their ten
   * nearest; NaN where there is none.
   */
  double[] recall() {
    return IntStream.range(0, split.training().userCount()).mapToDouble(this::recall).toArray();
  }

  /** Returns the share of rated movies that have a nearest one. */
  double covered() {
    int[] counts = split.training().movieRatingCounts();
    return IntStream.range(0, counts.length)
        .filter(movie -> counts[movie] > 0)
        .mapToDouble(movie -> nearest[movie].length > 0 ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Returns the share of the five nearest of the 100 most rated that have under 5 ratings. */
  double seldomRated() {
    int[] counts = split.training().movieRatingCounts();
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingInt(movie -> -counts[movie]))
        .limit(MOST_RATED)
        .flatMapToInt(movie -> Arrays.stream(nearest[movie]).limit(NEAREST))
        .mapToDouble(movie -> counts[movie] < FEW_RATINGS ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Returns the mean Jaccard of genres of each movie and its ten nearest. */
  double genreLikeness() {
    return IntStream.range(0, nearest.length)
        .boxed()
        .flatMapToDouble(
            movie -> Arrays.stream(nearest[movie]).mapToDouble(other -> jaccard(movie, other)))
        .average()
        .orElseThrow();
  }

  private double recall(int user) {
    RatingsMatrix heldOut = split.heldOut();
    int[] likes = JudgedLists.liked(split.training(), user);
    if (heldOut.userRatingCount(user) == 0 || likes.length == 0) {
      return Double.NaN;
    }
    int wanted = heldOut.movieAt(heldOut.userStart(user));
    return Arrays.stream(likes)
        .mapToDouble(like -> Arrays.stream(nearest[like]).anyMatch(it -> it == wanted) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private double jaccard(int movie, int other) {
    Set<String> both = new HashSet<>(genres.get(movie));
    both.retainAll(genres.get(other));
    Set<String> either = new HashSet<>(genres.get(movie));
    either.addAll(genres.get(other));
    return either.isEmpty() ? 0 : both.size() / (double) either.size();
  }
}
