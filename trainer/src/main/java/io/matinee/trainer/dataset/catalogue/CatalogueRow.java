package io.matinee.trainer.dataset.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movie as the imported files describe it.
 *
 * @param id the movie's id
 * @param title the title without the year
 * @param originalTitle the title where the movie was made, or "" where that is no other
 * @param year the year of release, or null
 * @param genres the genres
 * @param tags the tags that users gave, most frequent first
 * @param overview a few sentences about the plot, or ""
 * @param imdbId the id at imdb.com without its "tt", or ""
 * @param tmdbId the id at themoviedb.org, or ""
 * @param voteCount how many votes it has where it is described; 0 when unknown
 */
public record CatalogueRow(
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
  public CatalogueRow {
    genres = List.copyOf(genres);
    tags = List.copyOf(tags);
  }

  CatalogueRow withTags(List<String> given) {
    return new CatalogueRow(
        id, title, originalTitle, year, genres, given, overview, imdbId, tmdbId, voteCount);
  }

  /** This movie with these links, where they are given. */
  CatalogueRow withLinks(String imdb, String tmdb) {
    return new CatalogueRow(
        id,
        title,
        originalTitle,
        year,
        genres,
        tags,
        overview,
        either(imdb, imdbId),
        either(tmdb, tmdbId),
        voteCount);
  }

  /** This movie under another id. */
  CatalogueRow withId(String other) {
    return new CatalogueRow(
        other, title, originalTitle, year, genres, tags, overview, imdbId, tmdbId, voteCount);
  }

  /** This movie, with what another description says where this one says nothing. */
  CatalogueRow completedBy(CatalogueRow other) {
    return new CatalogueRow(
        id,
        either(title, other.title),
        either(originalTitle, other.originalTitle),
        year == null ? other.year : year,
        genres.isEmpty() ? other.genres : genres,
        tags,
        either(overview, other.overview),
        either(imdbId, other.imdbId),
        either(tmdbId, other.tmdbId),
        voteCount == 0 ? other.voteCount : voteCount);
  }

  private static String either(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
