package io.matinee.trainer.dataset.description;

import io.matinee.trainer.dataset.rejection.RejectedRow;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a data-set version.
 *
 * @param mean the mean rating
 * @param histogram how often each rating was given, lowest first
 * @param mostRated the ten most rated movies
 * @param density the filled share of the matrix of users and rated movies
 * @param oldest the time of the oldest rating, in seconds since 1970; empty without timestamps
 * @param newest the time of the newest rating
 * @param rejected the first rejected rows, at most 100
 */
public record DatasetDescription(
    double mean,
    List<Frequency> histogram,
    List<RatedMovie> mostRated,
    double density,
    OptionalLong oldest,
    OptionalLong newest,
    List<RejectedRow> rejected) {

  /** Copies the lists. */
  public DatasetDescription {
    histogram = List.copyOf(histogram);
    mostRated = List.copyOf(mostRated);
    rejected = List.copyOf(rejected);
  }

  /**
   * How often a rating was given.
   *
   * @param rating the rating
   * @param count how often
   */
  public record Frequency(float rating, long count) {}

  /**
   * A movie with its ratings.
   *
   * @param id the movie's id
   * @param title its title
   * @param year its year, or null
   * @param genres its genres
   * @param count the number of ratings
   * @param mean their mean
   * @param imdbId the id at imdb.com, or ""
   * @param tmdbId the id at themoviedb.org, or ""
   */
  public record RatedMovie(
      String id,
      String title,
      @Nullable Integer year,
      List<String> genres,
      long count,
      double mean,
      String imdbId,
      String tmdbId) {}
}
