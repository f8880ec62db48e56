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

  /** Compares ratings, or watches, with those of a version before; returns what came of it. */
  public DataCheck check(String nameBefore, Rated before, Rated now) throws SQLException {
    DataChange change = change(before, now, now.scale().kind() == EventKind.RATING);
    return new DataCheck(
        nameBefore, change, new DataJudgement(before.scale(), now.scale(), change).findings());
  }

  private DataChange change(Rated before, Rated now, boolean valued) throws SQLException {
    Ids idsBefore = list("before", before);
    Ids idsNow = list("now", now);
    return new DataChange(
        figures(before, idsBefore, valued),
        figures(now, idsNow, valued),
        onlyIn(idsBefore.movies(), idsNow.movies()),
        onlyIn(idsNow.movies(), idsBefore.movies()),
        onlyIn(idsBefore.users(), idsNow.users()),
        onlyIn(idsNow.users(), idsBefore.users()),
        valued ? OptionalDouble.of(distance(before, now)) : OptionalDouble.empty());
  }

  /** Lists the different ids of ratings, each once, in tables of their own. */
  private Ids list(String name, Rated rated) throws SQLException {
    Ids ids = new Ids("users_" + name, "movies_" + name);
    String table = "CREATE OR REPLACE TEMP TABLE %s AS SELECT DISTINCT %s AS id FROM %s";
    String ratings = QueryEngine.parquet(rated.parquet());
    engine.run(table.formatted(ids.users(), "user_id", ratings));
    engine.run(table.formatted(ids.movies(), "movie_id", ratings));
    return ids;
  }

  /** The tables of users and of movies. */
  private record Ids(String users, String movies) {}

  private DataChange.Figures figures(Rated rated, Ids ids, boolean valued) throws SQLException {
    String mean = valued ? "avg(%s)".formatted(onUnitScale(rated.scale())) : "NULL::DOUBLE";
    return engine
        .query(
            """
            SELECT count(*), (SELECT count(*) FROM %s), (SELECT count(*) FROM %s),
              max(timestamp), %s FROM %s
            """
                .formatted(ids.users(), ids.movies(), mean, QueryEngine.parquet(rated.parquet())),
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

  /** Counts ids, compared as texts: one file may hold numbers and the other texts. */
  private long onlyIn(String here, String there) throws SQLException {
    String texts = "(SELECT id::VARCHAR AS id FROM %s)";
    return engine.number(
        "SELECT count(*) FROM %s AS here ANTI JOIN %s AS there USING (id)"
            .formatted(texts.formatted(here), texts.formatted(there)));
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
