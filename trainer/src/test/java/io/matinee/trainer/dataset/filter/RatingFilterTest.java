package io.matinee.trainer.dataset.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.filter.MinimumRatings.Mode;
import io.matinee.trainer.dataset.filter.RatingSample.Unit;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters over small Parquet files, against plain Java. */
class RatingFilterTest {
  @TempDir private Path folder;
  private QueryEngine engine;

  /** A rating by ids; its time is null where there is none. */
  private record Rated(long user, long movie, @Nullable Long second) {}

  @BeforeEach
  void open() throws Exception {
    engine = QueryEngine.open(folder.resolve("temporary"), 256);
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  @Test
  void countsWhatEachFilterTakesOfWhatThoseBeforeHaveLeft() throws Exception {
    write(
        List.of(
            new Rated(1, 1, 50L),
            new Rated(1, 2, 150L),
            new Rated(1, 3, 160L),
            new Rated(1, 4, 170L),
            new Rated(2, 1, 180L),
            new Rated(2, 2, 200L)));
    RatingFilters filters = new RatingFilters(100L, 200L, 1990, 1999, List.of("DRAMA"), null, null);

    assertThat(filter().apply(filters)).isEqualTo(new FilterCounts(2, 2, 1, 0, 0));
    assertThat(left()).containsExactly(new Rated(2, 1, 180L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Children's", "children", "Science Fiction", "SCI FI", "space-opera"})
  void knowsAGenreHoweverItIsSpelled(String genre) throws Exception {
    write(List.of(new Rated(1, 1, 1L), new Rated(1, 5, 2L), new Rated(1, 6, 3L)));

    assertThat(filter().apply(new RatingFilters(null, null, 0, 0, List.of(genre), null, null)))
        .isEqualTo(new FilterCounts(0, 0, 2, 0, 0));
    assertThat(left()).containsExactly(new Rated(1, 5, 2L));
  }

  @Test
  void refusesToGoByTimesThatAreNotThereAndToLeaveNothing() throws Exception {
    write(List.of(new Rated(1, 1, null), new Rated(1, 2, 7L)));

    assertRefused(
        Reason.NO_TIMESTAMPS,
        new RatingFilters(1L, null, 0, 0, List.of(), null, null),
        "The filters go by times, which 1 ratings do not have");
    assertRefused(
        Reason.NO_RATINGS,
        new RatingFilters(null, null, 0, 0, List.of("Western"), null, null),
        "2 fall to genres (--genre), since no movie has Western; there are Drama, Children, Comedy,");
    write(List.of(new Rated(1, 1, null), new Rated(1, 2, 7L)));
    assertRefused(
        Reason.NO_RATINGS,
        new RatingFilters(null, null, 0, 0, List.of("Space Opera"), null, null),
        "The filters leave no rating: 2 fall to genres (--genre); widen options.filters.");
    write(List.of(new Rated(1, 1, null), new Rated(1, 2, 7L)));
    assertRefused(
        Reason.NO_RATINGS,
        new RatingFilters(null, null, 2000, 0, List.of(), null, null),
        "2 fall to years (--from-year, --to-year); widen");
  }

  @Test
  void saysThatNoMovieHasAYearOrAGenre() throws Exception {
    writeUndescribed();
    assertRefused(
        Reason.NO_RATINGS,
        new RatingFilters(null, null, 1990, 0, List.of(), null, null),
        "1 fall to years (--from-year, --to-year), since no movie has one;");
    writeUndescribed();
    assertRefused(
        Reason.NO_RATINGS,
        new RatingFilters(null, null, 0, 0, List.of("Drama"), null, null),
        "since no movie has Drama; none has any;");
  }

  @Test
  void onceCountsBothBeforeEitherIsLeftOut() throws Exception {
    write(
        List.of(
            new Rated(1, 1, 1L),
            new Rated(2, 1, 1L),
            new Rated(3, 1, 1L),
            new Rated(3, 2, 1L),
            new Rated(3, 3, 1L)));

    FilterCounts counts = filter().apply(minimum(2, 1, Mode.ONCE));

    assertThat(left()).containsExactly(new Rated(3, 1, 1L));
    assertThat(counts.byMinimum()).isEqualTo(4);
  }

  @Property(tries = 60, seed = "2018")
  void coreIsTheLargestSetInWhichAllHaveEnough(
      @ForAll("ratings") Set<Rated> ratings,
      @ForAll @IntRange(max = 4) int perMovie,
      @ForAll @IntRange(max = 4) int perUser)
      throws Exception {
    Set<Rated> expected = core(ratings, perMovie, perUser);
    Path own = java.nio.file.Files.createTempDirectory("core");
    try (QueryEngine queries = QueryEngine.open(own.resolve("temporary"), 256)) {
      folder = own;
      engine = queries;
      write(List.copyOf(ratings));
      if (expected.isEmpty()) {
        assertRefused(
            Reason.NO_RATINGS,
            minimum(perMovie, perUser, Mode.CORE),
            "to the minimum ratings (--min");
      } else {
        FilterCounts counts = filter().apply(minimum(perMovie, perUser, Mode.CORE));
        assertThat(new HashSet<>(left())).isEqualTo(expected);
        assertThat(counts.byMinimum()).isEqualTo(ratings.size() - expected.size());
      }
    }
    io.matinee.model.durable.Folders.delete(own);
  }

  @Test
  void aSampleOfUsersHasAllTheirRatingsAndDependsOnItsSeedAlone() throws Exception {
    List<Rated> all = new ArrayList<>();
    for (long user = 0; user < 200; user++) {
      for (long movie = 0; movie < 5; movie++) {
        all.add(new Rated(user, movie, 1L));
      }
    }
    Set<Long> first = sampled(all, new RatingSample(Unit.USERS, .25, 1));
    Set<Long> again = sampled(all.reversed(), new RatingSample(Unit.USERS, .25, 1));
    Set<Long> other = sampled(all, new RatingSample(Unit.USERS, .25, 2));

    assertThat(first).isEqualTo(again).isNotEqualTo(other).hasSizeBetween(30, 70);
    assertThat(sampled(all, new RatingSample(Unit.USERS, .5, 1))).containsAll(first);
    write(all);
    FilterCounts counts = filter().apply(sample(new RatingSample(Unit.RATINGS, .25, 1)));
    assertThat(left()).hasSizeBetween(200, 300);
    assertThat(counts.bySample()).isEqualTo(1_000 - left().size());
  }

  private Set<Long> sampled(List<Rated> all, RatingSample sample) throws Exception {
    try (QueryEngine own = QueryEngine.open(folder.resolve("temporary"), 256)) {
      engine = own;
      write(all);
      var unused = filter().apply(sample(sample));
      Map<Long, List<Rated>> byUser = left().stream().collect(Collectors.groupingBy(Rated::user));
      assertThat(byUser.values()).allSatisfy(ratings -> assertThat(ratings).hasSize(5));
      return byUser.keySet();
    } finally {
      engine = QueryEngine.open(folder.resolve("temporary"), 256);
    }
  }

  @Provide
  Arbitrary<Set<Rated>> ratings() {
    return Combinators.combine(Arbitraries.longs().between(1, 7), Arbitraries.longs().between(1, 7))
        .as((user, movie) -> new Rated(user, movie, 1L))
        .set()
        .ofMinSize(1);
  }

  private static Set<Rated> core(Set<Rated> ratings, int perMovie, int perUser) {
    Set<Rated> left = new HashSet<>(ratings);
    int before;
    do {
      before = left.size();
      leaveOut(left, Rated::movie, perMovie);
      leaveOut(left, Rated::user, perUser);
    } while (left.size() < before);
    return left;
  }

  private static void leaveOut(Set<Rated> ratings, Function<Rated, Long> by, int least) {
    Map<Long, Long> counts =
        ratings.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    ratings.removeIf(rated -> counts.getOrDefault(by.apply(rated), 0L) < least);
  }

  private RatingFilter filter() {
    return new RatingFilter(engine, parquet(), folder.resolve("catalogue.parquet"));
  }

  private Path parquet() {
    return folder.resolve("ratings.parquet");
  }

  private static RatingFilters minimum(int perMovie, int perUser, Mode mode) {
    return new RatingFilters(
        null, null, 0, 0, List.of(), null, new MinimumRatings(perMovie, perUser, mode));
  }

  private static RatingFilters sample(RatingSample sample) {
    return new RatingFilters(null, null, 0, 0, List.of(), sample, null);
  }

  private void write(List<Rated> ratings) throws Exception {
    String rows =
        ratings.stream()
            .map(rated -> "(%d, %d, 3, %s)".formatted(rated.user(), rated.movie(), rated.second()))
            .collect(Collectors.joining(", "));
    engine.run(
        """
        COPY (SELECT user_id::BIGINT AS user_id, movie_id::BIGINT AS movie_id,
            rating::FLOAT AS rating, timestamp::BIGINT AS timestamp
          FROM (VALUES %s) AS given (user_id, movie_id, rating, timestamp))
        TO %s (FORMAT parquet)
        """
            .formatted(rows, QueryEngine.literal(parquet())));
    engine.run(
        """
        COPY (FROM (VALUES ('1', 1995, 'Crime|Drama'), ('2', 1994, 'Comedy'), ('3', 1989, 'Drama'),
            ('4', NULL, 'Drama'), ('5', 1999, 'Children|Sci-Fi|Space Opera'), ('6', 1999, '')) AS given (movie_id, year, genres))
        TO %s (FORMAT parquet)
        """
            .formatted(QueryEngine.literal(folder.resolve("catalogue.parquet"))));
  }

  private void writeUndescribed() throws Exception {
    write(List.of(new Rated(1, 1, 1L)));
    engine.run(
        "COPY (SELECT '1' AS movie_id, NULL::INTEGER AS year, '' AS genres) TO %s (FORMAT parquet)"
            .formatted(QueryEngine.literal(folder.resolve("catalogue.parquet"))));
  }

  private List<Rated> left() throws Exception {
    return engine.query(
        "SELECT user_id, movie_id, timestamp FROM " + QueryEngine.parquet(parquet()),
        row -> new Rated(row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  private void assertRefused(Reason reason, RatingFilters filters, String part) {
    assertThatThrownBy(() -> filter().apply(filters))
        .hasMessageContaining(part)
        .isInstanceOfSatisfying(
            MatineeException.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
