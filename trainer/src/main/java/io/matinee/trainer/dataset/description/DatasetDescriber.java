package io.matinee.trainer.dataset.description;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Describes data-set versions by queries over their Parquet blobs: one at a time, since each may
 * use all of the query engine's memory; the last ones are remembered. Thread-safe.
 */
public final class DatasetDescriber {
  private static final int REMEMBERED = 32;
  private static final int REJECTED = 100;
  private static final int FREQUENCIES = 1_000;

  private final TrainerHome home;
  private final BlobStore blobs;
  private final int megabytes;
  private final ReentrantLock describing = new ReentrantLock();
  private final Map<String, DatasetDescription> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DatasetDescription> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A describer of a home's versions and their blobs, whose queries use at most so much memory. */
  public DatasetDescriber(TrainerHome home, BlobStore blobs, int megabytes) {
    this.home = home;
    this.blobs = blobs;
    this.megabytes = megabytes;
  }

  /** Describes a version. */
  public DatasetDescription describe(DatasetVersion version) {
    describing.lock();
    try {
      DatasetDescription known = remembered.get(version.manifestSha256());
      return known != null ? known : remember(version, compute(version));
    } finally {
      describing.unlock();
    }
  }

  private DatasetDescription remember(DatasetVersion version, DatasetDescription description) {
    remembered.put(version.manifestSha256(), description);
    return description;
  }

  private DatasetDescription compute(DatasetVersion version) {
    try (QueryEngine engine = QueryEngine.open(home.temporary(), megabytes)) {
      return describe(version, engine);
    } catch (SQLException failure) {
      throw StorageFault.of(failure);
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
  }

  /**
   * The first rejected rows of a version, at most {@code limit}.
   *
   * @throws MatineeException BLOB_NOT_FOUND or BLOB_CORRUPT when their blob is not as it was
   *     written
   */
  public List<RejectedRow> rejected(DatasetVersion version, int limit) {
    DatasetBlob blob = version.manifest().blob(DatasetBlob.REJECTS);
    try {
      return RejectLog.read(blobs.localCopy(blob.sha256()), limit);
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    } catch (IllegalArgumentException | UncheckedIOException damaged) {
      throw MatineeException.of(
              Reason.BLOB_CORRUPT,
              "Blob %s of %s is not as it was written.".formatted(blob.name(), version.name()),
              damaged)
          .with("blob", blob.name())
          .with("sha256", blob.sha256());
    }
  }

  private DatasetDescription describe(DatasetVersion version, QueryEngine engine)
      throws SQLException, IOException {
    String ratings = table(version, DatasetBlob.RATINGS);
    ImportCounts counts = version.manifest().counts();
    return new DatasetDescription(
        engine.query("SELECT avg(rating) FROM " + ratings, row -> row.getDouble(1)).getFirst(),
        engine.query(
            """
            SELECT * FROM (
              SELECT rating, count(*) FROM %s GROUP BY rating ORDER BY count(*) DESC, rating LIMIT %d)
            ORDER BY rating
            """
                .formatted(ratings, FREQUENCIES),
            row -> new DatasetDescription.Frequency(row.getFloat(1), row.getLong(2))),
        engine.query(
            """
            SELECT movie_id, title, year, genres, imdb_id, tmdb_id, times, mean
            FROM (SELECT movie_id::VARCHAR AS movie_id, times, mean FROM (
                SELECT movie_id, count(*) AS times, avg(rating) AS mean FROM %s GROUP BY movie_id))
              JOIN %s AS catalogue USING (movie_id)
            ORDER BY times DESC, movie_id LIMIT 10
            """
                .formatted(ratings, table(version, DatasetBlob.CATALOGUE)),
            DatasetDescriber::movie),
        counts.ratings() / ((double) counts.users() * counts.ratedMovies()),
        time(engine, "min", ratings),
        time(engine, "max", ratings),
        rejected(version, REJECTED));
  }

  private String table(DatasetVersion version, String blob) throws IOException {
    return QueryEngine.parquet(blobs.localCopy(version.manifest().blob(blob).sha256()));
  }

  private static OptionalLong time(QueryEngine engine, String which, String ratings)
      throws SQLException {
    return engine
        .query(
            "SELECT %s(timestamp) FROM %s".formatted(which, ratings),
            row -> {
              long time = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(time);
            })
        .getFirst();
  }

  private static DatasetDescription.RatedMovie movie(ResultSet row) throws SQLException {
    int year = row.getInt("year");
    Integer known = row.wasNull() ? null : Integer.valueOf(year);
    return new DatasetDescription.RatedMovie(
        row.getString("movie_id"),
        row.getString("title"),
        known,
        Arrays.stream(row.getString("genres").split("\\|"))
            .filter(name -> !name.isEmpty())
            .toList(),
        row.getLong("times"),
        row.getDouble("mean"),
        row.getString("imdb_id"),
        row.getString("tmdb_id"));
  }
}
