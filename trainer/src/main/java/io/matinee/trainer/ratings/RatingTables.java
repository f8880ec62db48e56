package io.matinee.trainer.ratings;

import io.matinee.model.ratings.EventKind;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of live ratings. Stateless; each call works in the transaction of its handle. */
final class RatingTables {

  private RatingTables() {}

  /** What a request with the batch's id has recorded already, if there was one. */
  static Optional<RecordedRequest> recordedBy(Handle handle, RatingBatch batch) {
    return handle
        .createQuery(
            "SELECT revision, request_digest FROM rating_request"
                + " WHERE dataset_id = :dataset AND request_id = :request")
        .bind("dataset", batch.dataset())
        .bind("request", batch.requestId())
        .map(
            (row, context) ->
                new RecordedRequest(row.getLong("revision"), row.getString("request_digest")))
        .findOne();
  }

  /** The last revision that was given, though what it held may be deleted since. */
  static long lastRevision(Handle handle) {
    return handle.createQuery("SELECT last_revision FROM rating_revision").mapTo(Long.class).one();
  }

  static void keepLastRevision(Handle handle, long revision) {
    handle.execute("UPDATE rating_revision SET last_revision = ?", revision);
  }

  /**
   * Adds a batch.
   *
   * @throws io.matinee.runtime.error.MatineeException DATASET_NOT_FOUND when its data set is gone
   */
  static void insert(Handle handle, RatingBatch batch, long revision, Instant now) {
    int known =
        handle
            .createUpdate(
                "INSERT INTO rating_request"
                    + " (revision, dataset_id, request_id, request_digest, record_time)"
                    + " SELECT :revision, dataset_id, :request, :digest, :time FROM dataset"
                    + " WHERE dataset_id = :dataset")
            .bind("revision", revision)
            .bind("dataset", batch.dataset())
            .bind("request", batch.requestId())
            .bind("digest", batch.digest())
            .bind("time", Microseconds.of(now))
            .execute();
    if (known == 0) {
      throw new DatasetName(batch.dataset()).missing();
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO live_rating"
                + " (dataset_id, user_id, movie_id, revision, position, event_kind, rating, rate_time)"
                + " VALUES (:dataset, :user, :movie, :revision, :position, :kind, :rating, :time)");
    for (int position = 0; position < batch.ratings().size(); position++) {
      LiveRating rating = batch.ratings().get(position);
      rows.bind("dataset", batch.dataset())
          .bind("user", rating.user())
          .bind("movie", rating.movie())
          .bind("revision", revision)
          .bind("position", position)
          .bind("kind", rating.kind().name())
          .bind("rating", rating.rating())
          .bind("time", Microseconds.of(rating.time()))
          .add();
    }
    rows.execute();
  }

  /**
   * A user's ratings, newest first, only the last of each movie, behind a revision and position.
   */
  static List<RecordedRating> ofUser(
      Handle handle, String dataset, String user, long revision, int position, int limit) {
    return handle
        .createQuery(
            "SELECT user_id, movie_id, event_kind, rating, rate_time, revision, position FROM live_rating r"
                + " WHERE dataset_id = :dataset AND user_id = :user"
                + " AND (revision, position) < (:revision, :position)"
                + " AND NOT EXISTS (SELECT 1 FROM live_rating later"
                + " WHERE later.dataset_id = r.dataset_id AND later.user_id = r.user_id"
                + " AND later.movie_id = r.movie_id"
                + " AND (later.revision, later.position) > (r.revision, r.position))"
                + " ORDER BY revision DESC, position DESC LIMIT :limit")
        .bind("dataset", dataset)
        .bind("user", user)
        .bind("revision", revision)
        .bind("position", position)
        .bind("limit", limit)
        .map(RatingTables::read)
        .list();
  }

  private static RecordedRating read(ResultSet row, StatementContext context) throws SQLException {
    LiveRating rating =
        new LiveRating(
            row.getString("user_id"),
            row.getString("movie_id"),
            EventKind.valueOf(row.getString("event_kind")),
            row.getFloat("rating"),
            Microseconds.toInstant(row.getLong("rate_time")));
    return new RecordedRating(rating, row.getLong("revision"), row.getInt("position"));
  }
}
