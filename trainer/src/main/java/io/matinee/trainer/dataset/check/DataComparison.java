package io.matinee.trainer.dataset.check;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Compares the ratings of two versions, with set-based SQL.
 *
 * @param engine the query engine
 */
public record DataComparison(QueryEngine engine) {
  private static final int PARTS = 20;

  /**
   * Ratings on their scale.
   *
   * @param parquet the Parquet file of the ratings
   * @param scale their scale
   */
  public record Rated(Path parquet, RatingScale scale) {}

  /** Compares ratings with those of a version before; returns what came of it. */
  public DataCheck check(String nameBefore, Rated before, Rated now) throws SQLException {
    boolean valued =
        before.scale().kind() == EventKind.RATING && now.scale().kind() == EventKind.RATING;
    DataChange change = change(before, now, valued);
    return new DataCheck(
        nameBefore, change, new DataJudgement(before.scale(), now.scale(), change).findings());
  }

  private DataChange change(Rated before, Rated now, boolean valued) throws SQLException {
    return new DataChange(
        figures(before, valued),
        figures(now, valued),
        onlyIn("movie_id", before, now),
        onlyIn("movie_id", now, before),
        onlyIn("user_id", before, now),
        onlyIn("user_id", now, before),
        valued ? OptionalDouble.of(distance(before, now)) : OptionalDouble.empty());
  }

  private DataChange.Figures figures(Rated rated, boolean valued) throws SQLException {
    String mean = valued ? "avg(%s)".formatted(onUnitScale(rated.scale())) : "NULL::DOUBLE";
    return engine
        .query(
            """
            SELECT count(*), count(DISTINCT user_id), count(DISTINCT movie_id),
              max(timestamp), %s FROM %s
            """
                .formatted(mean, QueryEngine.parquet(rated.parquet())),
            DataComparison::figures)
        .getFirst();
  }

  private static DataChange.Figures figures(ResultSet row) throws SQLException {
    long newest = row.getLong(4);
    OptionalLong knownNewest = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(newest);
    double mean = row.getDouble(5);
    OptionalDouble knownMean = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(mean);
    return new DataChange.Figures(
        row.getLong(1), row.getLong(2), row.getLong(3), knownMean, knownNewest);
  }

  private long onlyIn(String column, Rated here, Rated there) throws SQLException {
    return engine.number(
        """
        SELECT count(*) FROM (%s) AS here ANTI JOIN (%s) AS there USING (id)
        """
            .formatted(ids(column, here), ids(column, there)));
  }

  /** The different ids as texts, which are made of those alone and not of each rating's. */
  private static String ids(String column, Rated rated) {
    return "SELECT id::VARCHAR AS id FROM (SELECT DISTINCT %s AS id FROM %s)"
        .formatted(column, QueryEngine.parquet(rated.parquet()));
  }

  private double distance(Rated before, Rated now) throws SQLException {
    return engine
        .query(
            """
            SELECT coalesce(sum(abs(coalesce(b.share, 0) - coalesce(n.share, 0))), 0) / 2
            FROM (%s) AS b FULL JOIN (%s) AS n USING (part)
            """
                .formatted(shares(before), shares(now)),
            row -> row.getDouble(1))
        .getFirst();
  }

  private static String shares(Rated rated) {
    return "SELECT least(floor(%d * %s), %d) AS part, count(*) / sum(count(*)) OVER () AS share FROM %s GROUP BY part"
        .formatted(
            PARTS, onUnitScale(rated.scale()), PARTS - 1, QueryEngine.parquet(rated.parquet()));
  }

  private static String onUnitScale(RatingScale scale) {
    return String.format(
        Locale.ROOT,
        "((rating - %s) / %s::DOUBLE)",
        scale.minimum(),
        scale.maximum() - scale.minimum());
  }
}
