package io.matinee.trainer.dataset.description;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A movie with its ratings.
 *
 * @param id the movie's id
 * @param title its title
 * @param year its year, if known
 * @param genres its genres
 * @param count the number of ratings
 * @param mean their mean; empty where nobody gave a rating
 * @param imdbId the id at imdb.com, or ""
 * @param tmdbId the id at themoviedb.org, or ""
 */
public record RatedMovie(
    String id,
    String title,
    OptionalInt year,
    List<String> genres,
    long count,
    OptionalDouble mean,
    String imdbId,
    String tmdbId) {

  /** Copies the list. */
  public RatedMovie {
    genres = List.copyOf(genres);
  }

  /** Reads the row of a query by the names of columns. */
  static RatedMovie read(ResultSet row) throws SQLException {
    double mean = row.getDouble("mean");
    OptionalDouble knownMean = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(mean);
    int year = row.getInt("year");
    OptionalInt knownYear = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(year);
    return new RatedMovie(
        row.getString("movie_id"),
        row.getString("title"),
        knownYear,
        Arrays.stream(row.getString("genres").split("\\|"))
            .filter(name -> !name.isEmpty())
            .toList(),
        row.getLong("times"),
        knownMean,
        row.getString("imdb_id"),
        row.getString("tmdb_id"));
  }
}
