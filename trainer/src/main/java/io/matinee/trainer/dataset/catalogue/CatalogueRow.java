package io.matinee.trainer.dataset.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movie as the imported files describe it.
 *
 * @param id the movie's id
 * @param title the title without the year
 * @param year the year of release, or null
 * @param genres the genres
 * @param tags the tags that users gave, most frequent first
 * @param imdbId the id at imdb.com, or ""
 * @param tmdbId the id at themoviedb.org, or ""
 */
public record CatalogueRow(
    String id,
    String title,
    @Nullable Integer year,
    List<String> genres,
    List<String> tags,
    String imdbId,
    String tmdbId) {

  /** Copies the lists. */
  public CatalogueRow {
    genres = List.copyOf(genres);
    tags = List.copyOf(tags);
  }

  CatalogueRow withTags(List<String> given) {
    return new CatalogueRow(id, title, year, genres, given, imdbId, tmdbId);
  }

  CatalogueRow withLinks(String imdb, String tmdb) {
    return new CatalogueRow(id, title, year, genres, tags, imdb, tmdb);
  }
}
