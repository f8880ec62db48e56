package io.matinee.bench.quality;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.stream.IntStream;

/** Ratings small enough to see. */
final class SmallRatings {
  private static final float LIKE = 5;

  private SmallRatings() {}

  /** Returns a matrix of likes: a row a user, a letter for each like, a dot for none. */
  static RatingsMatrix rows(String... rows) {
    int movies = IntStream.range(0, rows.length).map(row -> rows[row].length()).max().orElseThrow();
    RatingsMatrix.Builder builder = RatingsMatrix.builder(ids(rows.length), ids(movies));
    for (int user = 0; user < rows.length; user++) {
      for (int movie = 0; movie < rows[user].length(); movie++) {
        if (rows[user].charAt(movie) != '.') {
          builder.add(user, movie, LIKE, 0);
        }
      }
    }
    return builder.build();
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }
}
