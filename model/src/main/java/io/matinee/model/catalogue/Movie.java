package io.matinee.model.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a movie beside its ratings. Unknown texts are empty, never null.
 *
 * @param id the movie's id in the data set
 * @param title the title without the year
 * @param originalTitle the title where the movie was made, where that is another
 * @param year the year of release, null when unknown
 * @param genres the genres in the order of the source
 * @param tags words that users gave it
 * @param overview a few sentences about the plot
 * @param imdbId the id at the Internet Movie Database
 * @param tmdbId the id at The Movie Database
 * @param voteCount how many votes it has where it is described; 0 when unknown
 */
public record Movie(
    String id,
    String title,
    String originalTitle,
    @Nullable Integer year,
    List<String> genres,
    List<String> tags,
    String overview,
    String imdbId,
    String tmdbId,
    long voteCount) {

  /** Copies the lists. */
  public Movie {
    genres = List.copyOf(genres);
    tags = List.copyOf(tags);
  }

  /** A movie without another title, of which nobody counted votes. */
  public Movie(
      String id,
      String title,
      @Nullable Integer year,
      List<String> genres,
      List<String> tags,
      String overview,
      String imdbId,
      String tmdbId) {
    this(id, title, "", year, genres, tags, overview, imdbId, tmdbId, 0);
  }

  /** Returns a movie of which nothing but the id is known. */
  public static Movie ofId(String id) {
    return new Movie(id, "", null, List.of(), List.of(), "", "", "");
  }
}
