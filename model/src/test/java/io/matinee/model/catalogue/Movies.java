package io.matinee.model.catalogue;

import io.matinee.model.ratings.IdDictionary;
import java.util.Arrays;
import java.util.List;

/** Small catalogues for tests. */
final class Movies {
  private Movies() {}

  static Movie movie(String id, List<String> genres, List<String> tags, String overview) {
    return new Movie(id, "Title " + id, null, genres, tags, overview, "", "");
  }

  static Catalogue unrated(Movie... movies) {
    double[] means = new double[movies.length];
    Arrays.fill(means, Double.NaN);
    return Catalogue.ofCounts(
        IdDictionary.of(Arrays.stream(movies).map(Movie::id).toList()),
        List.of(movies),
        new long[movies.length],
        means);
  }
}
