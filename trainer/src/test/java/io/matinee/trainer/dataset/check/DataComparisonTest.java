package io.matinee.trainer.dataset.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.check.DataComparison.Rated;
import io.matinee.trainer.dataset.check.DataFinding.Kind;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of made-up ratings beside one of 40 users who rated 25 movies each. */
class DataComparisonTest {
  private static final RatingScale SCALE = new RatingScale(1, 5, 1);
  private static final String USUAL = "1 + (u + m) % 5";

  @TempDir private Path folder;
  private QueryEngine engine;
  private Rated before;

  @BeforeEach
  void write() throws Exception {
    engine = QueryEngine.open(folder.resolve("temporary"), 256);
    before = ratings("before", "u < 40 AND m < 25", USUAL, "1000 + u");
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  @Test
  void findsNothingInTheSameRatingsAndInUsualGrowth() throws Exception {
    assertThat(check(before).findings()).isEmpty();
    DataCheck grown = check(ratings("now", "u < 50 AND m < 26", USUAL, "1000 + u"));

    assertThat(grown.findings()).isEmpty();
    assertThat(grown.comparedWith()).isEqualTo("datasets/d/versions/1");
    DataChange change = Objects.requireNonNull(grown.change());
    assertThat(change.before())
        .isEqualTo(
            new DataChange.Figures(1_000, 40, 25, OptionalDouble.of(.5), OptionalLong.of(1_039)));
    assertThat(change.now().ratings()).isEqualTo(1_300);
    assertThat(change.newUsers()).isEqualTo(10);
    assertThat(change.newMovies()).isEqualTo(1);
    assertThat(change.lostUsers() + change.lostMovies()).isZero();
  }

  @Test
  void findsRatingsUsersAndMoviesThatAreLost() throws Exception {
    DataCheck check = check(ratings("now", "u < 30 AND m < 20", USUAL, "2000"));

    assertThat(check.findings())
        .containsExactly(
            new DataFinding(Kind.RATINGS, "600 ratings are there, and were 1,000"),
            new DataFinding(Kind.LOST_MOVIES, "5 of 25 rated movies have no rating any more"),
            new DataFinding(Kind.LOST_USERS, "10 of 40 users have no rating any more"));
  }

  @Test
  void findsIdsThatHaveChanged() throws Exception {
    DataCheck check =
        check(ratings("now", "u >= 20 AND u < 60 AND m >= 13 AND m < 40", USUAL, "2000"));

    assertThat(check.findings())
        .extracting(DataFinding::kind)
        .containsExactly(Kind.LOST_MOVIES, Kind.NEW_MOVIES, Kind.LOST_USERS);
  }

  @Test
  void findsOtherRatingsOfTheSamePairs() throws Exception {
    DataCheck check =
        check(ratings("now", "u < 40 AND m < 25", "least(5, 2 + (u + m) % 5)", "2000"));

    assertThat(check.findings())
        .extracting(DataFinding::kind)
        .containsExactly(Kind.MEAN, Kind.HISTOGRAM);
    assertThat(Objects.requireNonNull(check.change()).histogramDistance())
        .hasValueCloseTo(.2, within(1e-9));
  }

  @Test
  void comparesRatingsOnOtherScalesByTheirPlaceOnEach() throws Exception {
    Rated doubled =
        new Rated(
            ratings("now", "u < 40 AND m < 25", "2 * (1 + (u + m) % 5)", "2000").parquet(),
            new RatingScale(2, 10, 2));

    assertThat(check(doubled).findings()).extracting(DataFinding::kind).containsExactly(Kind.SCALE);
  }

  @Test
  void comparesWatchesWithoutTheirValues() throws Exception {
    Rated watches =
        new Rated(ratings("now", "u < 40 AND m < 25", "1", "2000").parquet(), RatingScale.WATCHES);
    DataCheck check = new DataComparison(engine).check("datasets/d/versions/1", watches, watches);

    assertThat(check.findings()).isEmpty();
    DataChange change = Objects.requireNonNull(check.change());
    assertThat(change.before().mean()).isEmpty();
    assertThat(change.now().mean()).isEmpty();
    assertThat(change.histogramDistance()).isEmpty();
    assertThat(change.now().ratings()).isEqualTo(1_000);
  }

  @Test
  void findsRatingsThatAreOlderOrHaveNoTimes() throws Exception {
    assertThat(check(ratings("now", "u < 40 AND m < 25", USUAL, "999 + u")).findings())
        .containsExactly(
            new DataFinding(
                Kind.OLDER,
                "the newest rating is of 1970-01-01T00:17:18Z, and the newest was of 1970-01-01T00:17:19Z"));
    assertThat(check(ratings("timeless", "u < 40 AND m < 25", USUAL, "NULL")).findings())
        .containsExactly(
            new DataFinding(
                Kind.OLDER,
                "no rating has a time now, and the newest was of 1970-01-01T00:17:19Z"));
  }

  private DataCheck check(Rated now) throws Exception {
    return new DataComparison(engine).check("datasets/d/versions/1", before, now);
  }

  private Rated ratings(String name, String pairs, String rating, String time) throws Exception {
    Path parquet = folder.resolve(name + ".parquet");
    engine.run(
        """
        COPY (SELECT u AS user_id, m AS movie_id, (%s)::FLOAT AS rating, (%s)::BIGINT AS timestamp
            FROM range(100) AS users (u), range(100) AS movies (m) WHERE %s)
          TO %s (FORMAT parquet)
        """
            .formatted(rating, time, pairs, QueryEngine.literal(parquet)));
    return new Rated(parquet, SCALE);
  }
}
