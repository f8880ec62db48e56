package io.matinee.similarity.search;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Slice;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies filters to the movies of a catalogue. Immutable and thread-safe. */
final class MovieFilters {
  private final Catalogue catalogue;
  private final DistinctVectors vectors;
  private final Map<String, BitSet> byGenre; // keys in lower case
  private final Slice all;

  MovieFilters(Catalogue catalogue, DistinctVectors vectors) {
    this.catalogue = catalogue;
    this.vectors = vectors;
    this.byGenre = byGenre(catalogue);
    this.all = Slice.all(vectors);
  }

  /** Returns the movies that pass and have a node. */
  Slice apply(MovieFilter filter) {
    boolean open = filter.genres().isEmpty() && !filter.boundsYears();
    if (open && filter.minimumRatingCount() <= 1) {
      return all;
    }
    BitSet passing = filter.genres().isEmpty() ? copy(all.movies()) : ofGenres(filter);
    for (int movie = passing.nextSetBit(0); movie >= 0; movie = passing.nextSetBit(movie + 1)) {
      if (catalogue.ratingCount(movie) < filter.minimumRatingCount() || !inYears(movie, filter)) {
        passing.clear(movie);
      }
    }
    return Slice.of(vectors, passing);
  }

  private BitSet ofGenres(MovieFilter filter) {
    BitSet union = new BitSet(catalogue.size());
    for (String genre : filter.genres()) {
      union.or(byGenre.getOrDefault(genre.toLowerCase(Locale.ROOT), new BitSet()));
    }
    return union;
  }

  private boolean inYears(int movie, MovieFilter filter) {
    if (!filter.boundsYears()) {
      return true;
    }
    @Nullable Integer year = catalogue.movie(movie).year();
    return year != null && filter.admitsYear(year);
  }

  private static Map<String, BitSet> byGenre(Catalogue catalogue) {
    Map<String, BitSet> byGenre = new HashMap<>();
    for (int index = 0; index < catalogue.size(); index++) {
      Movie movie = catalogue.movie(index);
      for (String genre : movie.genres()) {
        byGenre.computeIfAbsent(genre.toLowerCase(Locale.ROOT), key -> new BitSet()).set(index);
      }
    }
    return byGenre;
  }

  private static BitSet copy(BitSet movies) {
    return (BitSet) movies.clone();
  }
}
