package io.matinee.trainer.dataset.export;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What is exported. Ratings are {@code userId,movieId,rating,timestamp}, without the last where
 * none has a time; watches are the same without {@code rating}.
 */
public sealed interface ExportedContent {
  /** Returns the query that gives the rows, in the order in which they are kept. */
  String query(QueryEngine engine, BlobStore blobs) throws IOException, SQLException;

  /**
   * All ratings of a version.
   *
   * @param version the version
   */
  record Ratings(DatasetVersion version) implements ExportedContent {
    @Override
    public String query(QueryEngine engine, BlobStore blobs) throws IOException, SQLException {
      return ratings(
          engine,
          QueryEngine.parquet(file(version, DatasetBlob.RATINGS, blobs)),
          version.manifest().scale());
    }
  }

  /**
   * {@code file,line,reason,content} of the rejected rows of a version that were kept.
   *
   * @param version the version
   */
  record Rejects(DatasetVersion version) implements ExportedContent {
    @Override
    public String query(QueryEngine engine, BlobStore blobs) throws IOException {
      return "SELECT file, line, reason, content FROM "
          + QueryEngine.jsonLines(
              file(version, DatasetBlob.REJECTS, blobs),
              "file: 'VARCHAR', line: 'BIGINT', reason: 'VARCHAR', content: 'VARCHAR'");
    }
  }

  /**
   * The ratings that a split holds out.
   *
   * @param split the split
   */
  record HeldOut(DatasetSplit split) implements ExportedContent {
    @Override
    public String query(QueryEngine engine, BlobStore blobs) throws IOException, SQLException {
      return ratings(engine, QueryEngine.parquet(file(split, blobs)), split.manifest().scale());
    }
  }

  /**
   * The ratings of a version that a split leaves to training.
   *
   * @param version the version
   * @param split the split
   */
  record Training(DatasetVersion version, DatasetSplit split) implements ExportedContent {
    @Override
    public String query(QueryEngine engine, BlobStore blobs) throws IOException, SQLException {
      Path all = file(version, DatasetBlob.RATINGS, blobs);
      return """
      %s AS r ANTI JOIN %s AS h
        ON r.user_id::VARCHAR = h.user_id::VARCHAR AND r.movie_id::VARCHAR = h.movie_id::VARCHAR
        ORDER BY r.file_row_number
      """
          .formatted(
              ratings(engine, QueryEngine.numberedParquet(all), version.manifest().scale()),
              QueryEngine.parquet(file(split, blobs)));
    }
  }

  private static String ratings(QueryEngine engine, String from, RatingScale scale)
      throws SQLException {
    boolean timed = engine.number("SELECT count(timestamp) FROM " + from) > 0;
    return "SELECT user_id AS \"userId\", movie_id AS \"movieId\"%s%s FROM %s"
        .formatted(
            scale.kind() == EventKind.RATING ? ", rating" : "", timed ? ", timestamp" : "", from);
  }

  private static Path file(DatasetVersion version, String blob, BlobStore blobs)
      throws IOException {
    return blobs.localCopy(version.manifest().blob(blob).sha256());
  }

  private static Path file(DatasetSplit split, BlobStore blobs) throws IOException {
    return blobs.localCopy(split.manifest().ratings().sha256());
  }
}
