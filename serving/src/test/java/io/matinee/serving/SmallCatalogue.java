package io.matinee.serving;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Catalogues written down in a test, one movie per line. */
public final class SmallCatalogue {
  private SmallCatalogue() {}

  /** Returns a movie with the given number of ratings, all of 3. */
  public static Rated movie(
      String id, String title, @Nullable Integer year, long ratingCount, String... genres) {
    return new Rated(
        new Movie(id, title, year, List.of(genres), List.of(), "", "", ""), ratingCount);
  }

  /** Returns a catalogue; its movies must come in the order of their ids. */
  public static Catalogue of(Rated... movies) {
    List<Movie> all = IntStream.range(0, movies.length).mapToObj(i -> movies[i].movie()).toList();
    long[] counts = new long[movies.length];
    double[] means = new double[movies.length];
    for (int index = 0; index < movies.length; index++) {
      counts[index] = movies[index].ratingCount();
      means[index] = counts[index] > 0 ? 3 : Double.NaN;
    }
    return Catalogue.ofCounts(
        IdDictionary.of(all.stream().map(Movie::id).toList()), all, counts, means);
  }

  /** A movie and how often it was rated. */
  public record Rated(Movie movie, long ratingCount) {}
}
