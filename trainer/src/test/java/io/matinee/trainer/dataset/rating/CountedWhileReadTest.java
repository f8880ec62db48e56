package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.counting.CountedTables;
import io.matinee.trainer.dataset.counting.CountsOfParquet;
import io.matinee.trainer.dataset.counting.RatingCounts;
import io.matinee.trainer.dataset.form.DelimitedRatings;
import io.matinee.trainer.dataset.form.Delimiter;
import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted while ratings are read is what the query engine counts of them afterwards. */
class CountedWhileReadTest {
  private static final RatingsHeader WITHOUT_TIMES = new RatingsHeader(3, 0, 1, 2, -1, false);
  private static final RatingsHeader WATCHES = new RatingsHeader(4, 0, 1, -1, 3, false);
  private static final List<String> TABLES =
      List.of(
          CountedTables.MOVIES,
          CountedTables.USERS,
          CountedTables.LEVELS,
          CountedTables.VALUES,
          CountedTables.DAYS,
          CountedTables.SPAN);

  @TempDir Path folder;
  private QueryEngine engine;
  private Optional<String> sha256 = Optional.empty();

  @BeforeEach
  void open() throws SQLException {
    engine = QueryEngine.open(folder, 256);
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void ratingsOfHalfStarsByWholeNumbers() throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      checkRunning(
          RatingScale.MOVIELENS_HALF_STARS,
          RatingsHeader.FIXED,
          rows(random, 30_000, "", () -> ",%s,%d".formatted(halfStars(random), time(random))));
    }
  }

  @Test
  void ratingsByTextsWithoutTimes() throws Exception {
    Random random = new Random(1);
    checkRunning(
        RatingScale.MOVIELENS_HALF_STARS,
        WITHOUT_TIMES,
        rows(random, 5_000, "tt", () -> "," + halfStars(random)));
  }

  @Test
  void watches() throws Exception {
    Random random = new Random(1);
    checkRunning(RatingScale.WATCHES, WATCHES, rows(random, 5_000, "", () -> ",x," + time(random)));
  }

  @Test
  void fewDifferentRatingsOfAContinuousScaleThatAreRoundedInSums() throws Exception {
    Random random = new Random(1);
    checkRunning(
        new RatingScale(-1_000, 1_000, 0),
        RatingsHeader.FIXED,
        rows(
            random,
            5_000,
            "",
            () -> ",%s,%d".formatted(scaled(random.nextInt(700) - 350), time(random))));
  }

  @Test
  void manyDifferentRatingsAreLeftToTheEngine() throws Exception {
    Random random = new Random(1);
    RatingScale scale = new RatingScale(-1, 1, 0);
    RatingCounts counts =
        read(
            scale,
            RatingsHeader.FIXED,
            rows(random, 5_000, "", () -> ",%s,%d".formatted(random.nextFloat(), time(random))));
    assertThat(counts).isInstanceOf(CountsOfParquet.class);
    assertThat(listed(counts, scale)).contains("sum of counted_values: 5000");
  }

  @Test
  void whatCameTwiceIsLeftToTheEngine() throws Exception {
    RatingScale scale = RatingScale.MOVIELENS_HALF_STARS;
    RatingCounts counts =
        read(scale, RatingsHeader.FIXED, List.of("1,1,3,5", "1,2,4,5", "1,1,5,86401"));
    assertThat(sha256).isEmpty();
    assertThat(counts).isInstanceOf(CountsOfParquet.class);
    assertThat(listed(counts, scale))
        .contains("sum of counted_values: 2", "counted_span: {'oldest': 5, 'newest': 86401}");
  }

  private void checkRunning(RatingScale scale, RatingsHeader header, List<String> rows)
      throws Exception {
    RatingCounts counts = read(scale, header, rows);
    assertThat(counts).isNotInstanceOf(CountsOfParquet.class);
    assertThat(sha256).contains(Digests.sha256(folder.resolve("ratings.parquet")));
    List<String> running = listed(counts, scale);
    assertThat(running)
        .isEqualTo(listed(new CountsOfParquet(folder.resolve("ratings.parquet")), scale));
    assertThat(running).contains("sum of counted_users: " + rows.size());
  }

  private RatingCounts read(RatingScale scale, RatingsHeader header, List<String> rows)
      throws IOException, SQLException {
    Path source = Files.write(folder.resolve("ratings.csv"), rows);
    RatingsTable table =
        new RatingsTable(engine, folder.resolve("ratings.parquet"), scale, TimeNumbers.SECONDS);
    RatingsLayout.Delimited layout =
        new RatingsLayout.Delimited(
            RatingsForm.DELIMITED, Delimiter.COMMA, false, header, List.of());
    try (RejectLog rejects = new RejectLog(folder.resolve("rejects.jsonl"));
        DelimitedRatings ratings = DelimitedRatings.open(source, layout)) {
      table.read(ratings, rejects);
      assertThat(rejects.count()).isZero();
    }
    table.removeDuplicates();
    sha256 = table.sha256();
    return table.counts();
  }

  /**
   * All rows of all tables with the types of their columns, and how many ratings they stand for.
   */
  private List<String> listed(RatingCounts counts, RatingScale scale) throws SQLException {
    counts.fill(new CountedTables(engine, scale));
    List<String> listed = new ArrayList<>();
    for (String table : TABLES) {
      listed.addAll(
          engine.query(
              "SELECT column_name || ' ' || column_type FROM (DESCRIBE %s)".formatted(table),
              row -> table + " has " + row.getString(1)));
      listed.addAll(
          engine.query(
              "SELECT counted::VARCHAR FROM %s AS counted ORDER BY ALL".formatted(table),
              row -> table + ": " + row.getString(1)));
      if (!table.equals(CountedTables.SPAN)) {
        listed.add(
            "sum of %s: %d"
                .formatted(
                    table, engine.number("SELECT sum(times)::BIGINT FROM %s".formatted(table))));
      }
    }
    return listed;
  }

  /** Rows of users and movies that differ much in how many they have, none twice. */
  private static List<String> rows(Random random, int size, String prefix, Supplier<String> rest) {
    TreeSet<String> pairs = new TreeSet<>();
    while (pairs.size() < size) {
      pairs.add(
          prefix + skewed(random, size / 10) + "," + prefix + (10 + skewed(random, size / 10)));
    }
    return pairs.stream().map(pair -> pair + rest.get()).toList();
  }

  private static int skewed(Random random, int size) {
    double share = random.nextDouble();
    return (int) (share * share * share * size);
  }

  private static String halfStars(Random random) {
    return Float.toString((1 + random.nextInt(10)) / 2f);
  }

  private static String scaled(int number) {
    return Float.toString(number * 1.1e-9f);
  }

  private static long time(Random random) {
    return 1_000_000_000L + random.nextInt(200_000_000);
  }
}
