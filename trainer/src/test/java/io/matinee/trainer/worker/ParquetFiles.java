package io.matinee.trainer.worker;

import io.matinee.model.ratings.RatingsMatrix;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the files that a run reads. */
final class ParquetFiles {

  private ParquetFiles() {}

  /** The ratings of a matrix; where the timestamp is 0, none is written. */
  static void writeRatings(RatingsMatrix ratings, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE ratings"
              + " (user_id VARCHAR, movie_id VARCHAR, rating FLOAT, timestamp BIGINT)");
      StringBuilder rows = new StringBuilder();
      for (int user = 0; user < ratings.userCount(); user++) {
        for (int cell = ratings.userStart(user); cell < ratings.userEnd(user); cell++) {
          rows.append(rows.isEmpty() ? "" : ",")
              .append(
                  "('%s','%s',%s,nullif(%d,0))"
                      .formatted(
                          ratings.users().id(user),
                          ratings.movies().id(ratings.movieAt(cell)),
                          ratings.ratingAt(cell),
                          ratings.timestampAt(cell)));
        }
      }
      statement.execute("INSERT INTO ratings VALUES " + rows);
      statement.execute("COPY ratings TO '%s' (FORMAT parquet)".formatted(file));
    }
  }

  /** One described movie, "0", and the title of "1"; the others are known by ratings alone. */
  static void writeCatalogue(Path file) throws SQLException {
    writeCatalogue(
        file,
        """
        SELECT '0' AS movie_id, 'Alien' AS title, 1979::INTEGER AS year,
            'Horror|Sci-Fi' AS genres, '' AS tags, 'In space.' AS overview,
            '0078748' AS imdb_id, '348' AS tmdb_id, 'Le 8e passager' AS original_title,
            4564::BIGINT AS vote_count
          UNION ALL SELECT '1', 'Undated', NULL, '', '', '', '', '', '', 0
        """);
  }

  /** What a query says of movies. */
  static void writeCatalogue(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
    }
  }
}
