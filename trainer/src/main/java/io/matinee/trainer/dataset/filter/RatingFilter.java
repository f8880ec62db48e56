package io.matinee.trainer.dataset.filter;

import io.matinee.model.catalogue.GenreName;
import io.matinee.model.durable.DurableFiles;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.query.ChosenRows;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.query.RatingTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the ratings out that filters do not take, with set-based SQL over a staged Parquet file.
 * The catalogue keeps all its movies.
 *
 * @param engine the query engine
 * @param ratings the Parquet file of the ratings, which is replaced
 * @param catalogue the Parquet file of the catalogue
 */
public record RatingFilter(QueryEngine engine, Path ratings, Path catalogue) {
  /** As imports write, whose files these replace. */
  static final String WRITTEN = "FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed";

  /** The genres of the catalogue, each as {@link GenreName#plain} has it, between bars. */
  private static final String PLAIN_GENRES =
      "regexp_replace(lower(genres), '[^\\p{L}\\p{N}|]', '', 'g')";

  /**
   * Filters.
   *
   * @return how many ratings each filter left out
   * @throws MatineeException NO_TIMESTAMPS when times that are not there are gone by, NO_RATINGS
   *     when nothing is left
   */
  public FilterCounts apply(RatingFilters filters) throws SQLException, IOException {
    if (filters.isNone()) {
      return FilterCounts.NONE;
    }
    if (filters.needsTimes()) {
      RatingTimes.requireForFilters(engine, table());
    }
    FilterCounts counts = select(filters);
    MinimumRatings minimum = filters.minimum();
    if (minimum != null) {
      counts = counts.withMinimum(new RatingMinimum(engine, ratings).apply(minimum));
    }
    if (engine.number("SELECT count(*) FROM " + table()) == 0) {
      throw new NothingLeft(engine, catalogue).refusal(filters, counts);
    }
    return counts;
  }

  /** Takes all filters but the minimum in one pass. */
  private FilterCounts select(RatingFilters filters) throws SQLException, IOException {
    engine.run(
        """
        CREATE OR REPLACE TEMP VIEW judged AS
          SELECT user_id, movie_id, rating, timestamp, %s AS timely, %s AS of_years,
            %s AS of_genres, %s AS sampled
          FROM %s
        """
            .formatted(
                timely(filters),
                of(years(filters)),
                of(genres(filters)),
                sampled(filters.sample()),
                QueryEngine.numberedParquet(ratings)));
    FilterCounts counts =
        engine
            .query(
                """
                SELECT count(*) FILTER (NOT timely), count(*) FILTER (timely AND NOT of_years),
                  count(*) FILTER (timely AND of_years AND NOT of_genres),
                  count(*) FILTER (timely AND of_years AND of_genres AND NOT sampled)
                FROM judged
                """,
                row ->
                    new FilterCounts(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), 0))
            .getFirst();
    if (!counts.equals(FilterCounts.NONE)) {
      replace(
          "SELECT user_id, movie_id, rating, timestamp FROM judged"
              + " WHERE timely AND of_years AND of_genres AND sampled");
    }
    return counts;
  }

  private String sampled(@Nullable RatingSample sample) throws SQLException {
    if (sample == null) {
      return "true";
    }
    return sample.of() == RatingSample.Unit.RATINGS
        ? ChosenRows.choose(
            engine, ratings, "sampled_rows", (user, movie, second) -> sample.takes(user, movie))
        : ChosenRows.chooseUsers(engine, ratings, user -> sample.takes(user, ""));
  }

  private static String timely(RatingFilters filters) {
    Long from = filters.fromSecond();
    Long before = filters.beforeSecond();
    return "(%s AND %s)"
        .formatted(
            from == null ? "true" : "timestamp >= " + from,
            before == null ? "true" : "timestamp < " + before);
  }

  private static String years(RatingFilters filters) {
    int least = filters.minimumYear();
    int most = filters.maximumYear();
    return least == 0 && most == 0
        ? ""
        : "year BETWEEN %d AND %d".formatted(least, most == 0 ? Integer.MAX_VALUE : most);
  }

  /** Returns the condition for movies of the catalogue that have a genre which filters take. */
  static String genres(RatingFilters filters) {
    return filters.genres().isEmpty()
        ? ""
        : "list_has_any(string_split(%s, '|'), [%s])"
            .formatted(
                PLAIN_GENRES,
                filters.genres().stream()
                    .map(GenreName::plain)
                    .map(QueryEngine::literal)
                    .collect(Collectors.joining(", ")));
  }

  /** Whether a rating is of a movie of the catalogue for which a condition holds; "" for any. */
  private String of(String condition) {
    return condition.isEmpty()
        ? "true"
        : "movie_id::VARCHAR IN (SELECT movie_id FROM %s WHERE %s)"
            .formatted(QueryEngine.parquet(catalogue), condition);
  }

  private void replace(String query) throws SQLException, IOException {
    Path filtered = ratings.resolveSibling("filtered.parquet");
    engine.run("COPY (%s) TO %s (%s)".formatted(query, QueryEngine.literal(filtered), WRITTEN));
    DurableFiles.moveInPlace(filtered, ratings);
  }

  private String table() {
    return QueryEngine.parquet(ratings);
  }
}
