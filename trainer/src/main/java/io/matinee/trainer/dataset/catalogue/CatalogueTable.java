package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import org.duckdb.DuckDBAppender;

/**
 * Writes the catalogue as Parquet: the movies that files describe, and those that only ratings
 * name. Used once, after {@link io.matinee.trainer.dataset.rating.RatingsTable} has read the
 * ratings, whose movies are in the table {@code movies} of the same engine.
 */
public final class CatalogueTable {
  private final QueryEngine engine;

  /** An empty table in an engine. */
  public CatalogueTable(QueryEngine engine) throws SQLException {
    this.engine = engine;
    engine.run(
        """
        CREATE TABLE catalogue (movie_id VARCHAR, title VARCHAR DEFAULT '', year INTEGER,
          genres VARCHAR DEFAULT '', tags VARCHAR DEFAULT '', overview VARCHAR DEFAULT '',
          imdb_id VARCHAR DEFAULT '', tmdb_id VARCHAR DEFAULT '',
          original_title VARCHAR DEFAULT '', vote_count BIGINT DEFAULT 0)
        """);
  }

  /** Adds movies. */
  public void describe(Collection<CatalogueRow> movies) throws SQLException {
    engine.append("catalogue", appender -> append(movies, appender));
  }

  /**
   * Adds the movies that another catalogue describes, which may lack columns; returns how many
   * those are.
   */
  public long keep(Path parquet) throws SQLException {
    engine.run(
        """
        INSERT INTO catalogue BY NAME SELECT * FROM %s
          WHERE movie_id NOT IN (SELECT movie_id FROM catalogue)
            AND (title <> '' OR year IS NOT NULL OR genres <> '' OR overview <> '')
        """
            .formatted(QueryEngine.parquet(parquet)));
    return countDescribed();
  }

  /** Returns how many movies are described. */
  public long countDescribed() throws SQLException {
    return engine.number("SELECT count(*) FROM catalogue");
  }

  /** Returns how many movies are described and rated. */
  public long countDescribedAndRated() throws SQLException {
    return engine.number(
        "SELECT count(*) FROM catalogue WHERE movie_id IN (SELECT id FROM movies)");
  }

  /** Returns how many movies are rated and not described. */
  public long countUndescribed() throws SQLException {
    return engine.number(
        "SELECT count(*) FROM movies WHERE id NOT IN (SELECT movie_id FROM catalogue)");
  }

  /**
   * Writes the file.
   *
   * @return the number of movies
   */
  public long write(Path parquet) throws SQLException {
    engine.run(
        """
        INSERT INTO catalogue (movie_id) SELECT id FROM movies
          WHERE id NOT IN (SELECT movie_id FROM catalogue)
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
      appender.append(movie.overview());
      appender.append(movie.imdbId());
      appender.append(movie.tmdbId());
      appender.append(movie.originalTitle());
      appender.append(movie.voteCount());
      appender.endRow();
    }
  }
}
