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
        SELECT user_id::VARCHAR AS u, movie_id::VARCHAR AS m, rating, timestamp::VARCHAR
        FROM %s ORDER BY u, m
        """
            .formatted(ratings),
        row -> {
          add(digest, row.getString(1));
          add(digest, row.getString(2));
          add(digest, Float.toString(row.getFloat(3)));
          String time = row.getString(4);
          add(digest, time == null ? "" : time);
          return true;
        });
    return Sha256.end(digest);
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
