package io.matinee.model.catalogue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The movies of one version by genre, year of release and number of ratings: sets of movie indices,
 * made once, so that a filter costs a few passes over words of 64 movies. Immutable.
 */
public final class FilterIndex {
  private final Map<String, BitSet> byGenre;
  private final ReleaseYears years;
  private final BitSet all;
  private final BitSet rated;
  private final Catalogue catalogue;

  private FilterIndex(
      Map<String, BitSet> byGenre,
      ReleaseYears years,
      BitSet all,
      BitSet rated,
      Catalogue catalogue) {
    this.byGenre = byGenre;
    this.years = years;
    this.all = all;
    this.rated = rated;
    this.catalogue = catalogue;
  }

  /** Returns the index of a catalogue. */
  public static FilterIndex of(Catalogue catalogue) {
    int size = catalogue.size();
    Map<String, BitSet> byGenre = new HashMap<>();
    BitSet all = new BitSet(size);
    all.set(0, size);
    BitSet rated = new BitSet(size);
    for (int movie = 0; movie < size; movie++) {
      rated.set(movie, catalogue.isCandidate(movie));
      for (String genre : catalogue.movie(movie).genres()) {
        byGenre.computeIfAbsent(MovieFilter.folded(genre), g -> new BitSet(size)).set(movie);
      }
    }
    return new FilterIndex(byGenre, ReleaseYears.of(catalogue), all, rated, catalogue);
  }

  /**
   * Returns the movies that pass a filter. A genre that no movie has lets none pass.
   *
   * @return a set of the caller's own
   */
  public BitSet matching(MovieFilter filter) {
    BitSet movies = copy(filter.minimumRatingCount() > 0 ? rated : all);
    if (!filter.genres().isEmpty()) {
      movies.and(ofAnyGenre(filter));
    }
    if (filter.boundsYears()) {
      movies.and(years.between(filter.minimumYear(), filter.maximumYear()));
    }
    if (filter.minimumRatingCount() > 1) {
      removeRarelyRated(movies, filter.minimumRatingCount());
    }
    return movies;
  }

  private BitSet ofAnyGenre(MovieFilter filter) {
    BitSet movies = new BitSet(all.size());
    for (String genre : filter.genres()) {
      BitSet ofGenre = byGenre.get(genre);
      if (ofGenre != null) {
        movies.or(ofGenre);
      }
    }
    return movies;
  }

  private void removeRarelyRated(BitSet movies, long minimum) {
    for (int movie = movies.nextSetBit(0); movie >= 0; movie = movies.nextSetBit(movie + 1)) {
      if (catalogue.ratingCount(movie) < minimum) {
        movies.clear(movie);
      }
    }
  }

  static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }
}
