package io.matinee.trainer.dataset.rating;

import io.matinee.model.durable.DurableFiles;
import io.matinee.trainer.dataset.parquet.RatingsFile;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file that ratings are kept in, as the query engine writes it anew.
 *
 * @param engine the query engine
 * @param parquet the file
 */
record WrittenTable(QueryEngine engine, Path parquet) {

  /**
   * Makes one file of several, whose ids are then texts.
   *
   * @return its SHA-256, where that is known
   */
  Optional<String> join(List<RatingsFile> files) throws SQLException, IOException {
    if (files.size() == 1) {
      DurableFiles.moveInPlace(files.getFirst().path(), parquet);
      return Optional.of(files.getFirst().sha256());
    }
    if (files.size() > 1) {
      String all =
          files.stream()
              .map(
                  file ->
                      "SELECT user_id::VARCHAR AS user_id, movie_id::VARCHAR AS movie_id, rating, timestamp FROM "
                          + QueryEngine.parquet(file.path()))
              .collect(Collectors.joining(" UNION ALL "));
      engine.run(copy(all, parquet));
    }
    return Optional.empty();
  }

  /**
   * Keeps the latest of the ratings whose pair is in the table {@code repeated}, and the others in
   * their order; returns how many went.
   */
  long keepLatest() throws SQLException, IOException {
    long before = count();
    Path kept = parquet.resolveSibling("deduplicated.parquet");
    String numbered = QueryEngine.numberedParquet(parquet);
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE replaced AS
          SELECT file_row_number AS number FROM %s SEMI JOIN repeated USING (user_id, movie_id)
          QUALIFY row_number() OVER (PARTITION BY user_id, movie_id
            ORDER BY timestamp DESC NULLS LAST, file_row_number DESC) > 1
        """
            .formatted(numbered));
    String others =
        "SELECT user_id, movie_id, rating, timestamp FROM %s WHERE file_row_number NOT IN (SELECT number FROM replaced) ORDER BY file_row_number"
            .formatted(numbered);
    engine.run(copy(others, kept));
    DurableFiles.moveInPlace(kept, parquet);
    return before - count();
  }

  private long count() throws SQLException {
    return engine.number("SELECT count(*) FROM " + QueryEngine.parquet(parquet));
  }

  /**
   * Version 2 encodes times by their differences, which is all that compression finds here; and a
   * column of more than 5,000 different values in a group of rows is not worth a dictionary.
   */
  private static String copy(String query, Path to) {
    return "COPY (%s) TO %s (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 5000)"
        .formatted(query, QueryEngine.literal(to));
  }
}
