package io.matinee.similarity.content;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.ContentSpace;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.scoring.ranking.TopK;
import io.matinee.similarity.vectors.Listed;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds movies that have genres, tags and words of the overview in common, rated or not. It
 * compares with every movie. Thread-safe.
 */
public final class ContentSearch {
  private final ContentSpace space;
  private final TermIndex index;
  private final FilterIndex filters;

  private ContentSearch(ContentSpace space, FilterIndex filters) {
    this.space = space;
    this.index = TermIndex.of(space);
    this.filters = filters;
  }

  /**
   * Returns the search through a catalogue.
   *
   * @param filters of the same catalogue
   */
  public static ContentSearch of(Catalogue catalogue, FilterIndex filters) {
    return new ContentSearch(ContentSpace.of(catalogue), filters);
  }

  /** Returns the number of terms. */
  public int dimension() {
    return space.dimension();
  }

  /** Returns whether a movie has a genre, tag or word to be compared by. */
  public boolean contains(int movie) {
    return !space.vector(movie).isEmpty();
  }

  /** Returns the number of movies that have. */
  public int movieCount() {
    int count = 0;
    for (int movie = 0; movie < space.movieCount(); movie++) {
      count += contains(movie) ? 1 : 0;
    }
    return count;
  }

  /** Returns the query about a movie. */
  public ContentQuery ofMovie(int movie) {
    return new ContentQuery(space.vector(movie), movie, Listed.NOTHING);
  }

  /** Returns the query about a text; whatever no movie has is passed over. */
  public ContentQuery ofText(String text) {
    return new ContentQuery(space.vector(text), Query.NO_MOVIE, Listed.NOTHING);
  }

  /**
   * Returns the query for what comes behind a movie of the list.
   *
   * @param count how many movies came before, that one included
   * @param last the movie
   */
  public ContentQuery behind(ContentQuery query, int count, int last) {
    float cosine = (float) query.direction().cosine(space.vector(last));
    return new ContentQuery(query.direction(), query.movie(), new Listed(count, last, cosine));
  }

  /**
   * Finds the most similar movies, ties by ascending index; none without anything in common.
   *
   * @param count how many at most
   */
  public List<SimilarMovie> find(ContentQuery query, int count, MovieFilter filter) {
    BitSet admitted = filters.matching(filter);
    float[] cosines = index.cosines(query.direction());
    int[] best =
        TopK.select(
            cosines, count, movie -> admitted.get(movie) && query.wants(movie, cosines[movie]));
    return Arrays.stream(best).mapToObj(found -> new SimilarMovie(found, cosines[found])).toList();
  }
}
