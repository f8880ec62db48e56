package io.matinee.trainer.dataset.split;

import io.matinee.model.digest.Sha256;
import io.matinee.trainer.query.QueryEngine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;

/**
 * The digest of held-out ratings, whatever chose them and in whatever order they lie: SHA-256 over
 * user id, movie id, rating and time (nothing where there is none), each as text followed by a zero
 * byte, in the order of the bytes of both ids. Models that are judged by one digest are judged by
 * the same ratings.
 */
final class SplitDigest {

  private SplitDigest() {}

  /** Returns the digest, 64 lower-case hexadecimal digits. */
  static String of(QueryEngine engine, String ratings) throws SQLException {
    MessageDigest digest = Sha256.begin();
    engine.visit(
        """
        SELECT u || chr(0) || m || chr(0), rating, timestamp
        FROM (SELECT user_id::VARCHAR AS u, movie_id::VARCHAR AS m, rating, timestamp FROM %s)
        ORDER BY u, m
        """
            .formatted(ratings),
        row -> {
          digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
          add(digest, Float.toString(row.getFloat(2)));
          long time = row.getLong(3);
          add(digest, row.wasNull() ? "" : Long.toString(time));
          return true;
        });
    return Sha256.end(digest);
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
