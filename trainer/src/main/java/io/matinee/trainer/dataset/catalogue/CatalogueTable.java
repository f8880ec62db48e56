package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.rating.RatingsTable;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import org.duckdb.DuckDBAppender;

/**
 * Writes the catalogue as Parquet: the movies that files describe, and those that only ratings
 * name.
 */
public final class CatalogueTable {
  private final QueryEngine engine;

  /** A table in an engine. */
  public CatalogueTable(QueryEngine engine) {
    this.engine = engine;
  }

  /**
   * Writes the file, after {@link RatingsTable} has read the ratings.
   *
   * @return the number of movies
   */
  public long write(Collection<CatalogueRow> movies, Path parquet) throws SQLException {
    engine.run(
        """
        CREATE TABLE catalogue (movie_id VARCHAR, title VARCHAR, year INTEGER, genres VARCHAR,
          tags VARCHAR, overview VARCHAR, imdb_id VARCHAR, tmdb_id VARCHAR)
        """);
    engine.append("catalogue", appender -> append(movies, appender));
    engine.run(
        """
        INSERT INTO catalogue SELECT id, '', NULL::INTEGER, '', '', '', '', ''
          FROM movies WHERE id NOT IN (SELECT movie_id FROM catalogue)
        """);
    engine.run("COPY catalogue TO %s (FORMAT parquet)".formatted(QueryEngine.literal(parquet)));
    return engine.number("SELECT count(*) FROM catalogue");
  }

  private static void append(Collection<CatalogueRow> movies, DuckDBAppender appender)
      throws SQLException {
    for (CatalogueRow movie : movies) {
      appender.beginRow();
      appender.append(movie.id());
      appender.append(movie.title());
      if (movie.year() == null) {
        appender.appendNull();
      } else {
        appender.append(movie.year().intValue());
      }
      appender.append(String.join("|", movie.genres()));
      appender.append(String.join("|", movie.tags()));
      appender.append("");
      appender.append(movie.imdbId());
      appender.append(movie.tmdbId());
      appender.endRow();
    }
  }
}
