package io.matinee.model.catalogue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The movies of one version by genre, year of release and number of ratings: sets of movie indices,
 * made once, so that a filter costs a few passes over words of 64 movies. Immutable.
 */
public final class FilterIndex {
  /** Only read. */
  private static final BitSet NONE = new BitSet(0);

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
        byGenre.computeIfAbsent(GenreName.plain(genre), g -> new BitSet(size)).set(movie);
      }
    }
    return new FilterIndex(byGenre, ReleaseYears.of(catalogue), all, rated, catalogue);
  }

  /**
   * Returns the movies that pass a filter. A genre or an id that no movie has matches none.
   *
   * @return a set of the caller's own
   */
  public BitSet matching(MovieFilter filter) {
    BitSet movies = copy(filter.minimumRatingCount() > 0 ? rated : all);
    keep(filter.genres(), movies);
    if (filter.boundsYears()) {
      movies.and(years.between(filter.minimumYear(), filter.maximumYear()));
    }
    if (filter.minimumRatingCount() > 1) {
      removeRarelyRated(movies, filter.minimumRatingCount());
    }
    keep(filter.ids(), movies);
    return movies;
  }

  private void keep(GenreRule genres, BitSet movies) {
    if (!genres.any().isEmpty()) {
      BitSet any = new BitSet(all.size());
      genres.any().forEach(genre -> any.or(ofGenre(genre)));
      movies.and(any);
    }
    genres.all().forEach(genre -> movies.and(ofGenre(genre)));
    genres.none().forEach(genre -> movies.andNot(ofGenre(genre)));
  }

  private BitSet ofGenre(String genre) {
    return byGenre.getOrDefault(genre, NONE);
  }

  private void keep(MovieIdRule ids, BitSet movies) {
    if (!ids.only().isEmpty()) {
      movies.and(ofIds(ids.only()));
    }
    movies.andNot(ofIds(ids.except()));
  }

  private BitSet ofIds(List<String> ids) {
    BitSet movies = new BitSet(all.size());
    for (String id : ids) {
      int movie = catalogue.ids().indexOf(id);
      if (movie >= 0) {
        movies.set(movie);
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
