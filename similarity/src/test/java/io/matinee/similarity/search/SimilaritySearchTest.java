package io.matinee.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.GenreRule;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.catalogue.MovieIdRule;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.FactorLikeVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimilaritySearchTest {
  private static final int MOVIES = 3_000;
  private static final float TOLERANCE = 1e-6f;
  private static final Comparator<SimilarMovie> ORDER =
      Comparator.comparing(SimilarMovie::score).reversed().thenComparing(SimilarMovie::movie);
  private static final List<String> GENRES = List.of("Drama", "Comedy", "Horror", "War");
  private static final Catalogue CATALOGUE = catalogue();
  private static final DistinctVectors VECTORS = vectors();
  private static final HnswIndex INDEX = HnswIndex.build(VECTORS);
  private static final SimilaritySearch SEARCH = search(500);

  @AfterAll
  static void close() {
    INDEX.close();
  }

  static Stream<MovieFilter> filters() {
    return Stream.of(
        MovieFilter.RATED,
        filter(List.of("horror"), 0, 0, 1),
        filter(List.of("WAR", "Comedy"), 0, 0, 1),
        filter(List.of(), 1990, 0, 1),
        filter(List.of(), 0, 1955, 0),
        filter(List.of("Drama"), 1960, 1969, 3),
        filter(List.of(), 0, 0, 20),
        filter(List.of("Drama"), 1987, 1987, 15),
        filter(List.of("No such genre"), 0, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void answersFiltersAsAComparisonOfAllMoviesDoes(MovieFilter filter) {
    for (int movie = 1; movie < MOVIES; movie += 211) {
      if (SEARCH.contains(movie)) {
        List<SimilarMovie> expected = bruteForce(movie, 10, filter);
        assertSame(find(movie, 10, filter, Optional.of(SearchMethod.EXACT)).movies(), expected);
        assertThat(find(movie, 10, filter, Optional.empty()).movies())
            .hasSameSizeAs(expected)
            .allMatch(found -> passes(found.movie(), filter));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void findsNearlyAllOnTheGraph(MovieFilter filter) {
    long hits = 0;
    long wanted = 0;
    for (int movie = 1; movie < MOVIES; movie += 37) {
      if (SEARCH.contains(movie)) {
        List<SimilarMovie> expected = bruteForce(movie, 10, filter);
        SimilarMovies found = find(movie, 10, filter, Optional.of(SearchMethod.HNSW));
        assertThat(found.movies()).hasSameSizeAs(expected);
        wanted += expected.size();
        hits += hits(found.movies(), expected);
      }
    }
    assertThat(hits).isGreaterThanOrEqualTo((long) Math.floor(.99 * wanted));
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void leavesOutTheMovieAndKeepsItsDuplicates(SearchMethod method) {
    int movie = crowded();

    List<SimilarMovie> found = find(movie, 5, MovieFilter.RATED, Optional.of(method)).movies();

    assertThat(found).hasSize(5).allMatch(similar -> similar.score() > 1 - 1e-6);
    assertThat(found).extracting(SimilarMovie::movie).isSorted().doesNotContain(movie);
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void givesAllOthersWhenThereAreFewerThanAskedFor(SearchMethod method) {
    SimilarMovies found = find(1, MOVIES, MovieFilter.RATED, Optional.of(method));

    assertThat(found.movies()).hasSize(VECTORS.memberCount() - 1);
    assertSame(found.movies(), bruteForce(1, MOVIES, MovieFilter.RATED));
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void goesOnBehindAMovieWithoutARepeat(SearchMethod method) {
    int movie = crowded();
    List<SimilarMovie> pages = new ArrayList<>();
    Query query = query(movie);
    for (int page = 0; page < 30; page++) {
      pages.addAll(SEARCH.find(query, 7, MovieFilter.RATED, Optional.of(method)).movies());
      query = query(movie).behind(pages.size(), pages.getLast().movie(), VECTORS);
    }

    List<SimilarMovie> whole = bruteForce(movie, 210, MovieFilter.RATED);
    assertThat(pages).hasSize(210).isSortedAccordingTo(ORDER);
    assertThat(pages).extracting(SimilarMovie::movie).doesNotHaveDuplicates();
    if (method == SearchMethod.EXACT) {
      assertThat(pages).isEqualTo(whole);
    }
    assertThat(hits(pages, whole)).isGreaterThanOrEqualTo(207);
  }

  @Test
  void findsTheMoviesNearAVectorAmongThemTheMovieThatHasIt() {
    for (SearchMethod method : SearchMethod.values()) {
      Query vector = Query.ofVector(VECTORS.unit(VECTORS.nodeOf(1)), VECTORS);

      List<SimilarMovie> found =
          SEARCH.find(vector, 10, MovieFilter.RATED, Optional.of(method)).movies();

      assertThat(found).hasSize(10);
      assertThat(found).extracting(SimilarMovie::movie).contains(1);
      assertThat(found.getFirst().score()).isCloseTo(1f, within(TOLERANCE));
    }
  }

  @Test
  void choosesTheMethodByTheNumberOfVectors() {
    MovieFilter few = filter(List.of("Drama"), 1960, 1969, 1);

    assertThat(find(1, 10, MovieFilter.RATED, Optional.empty()).method())
        .isEqualTo(SearchMethod.HNSW)
        .isEqualTo(SEARCH.defaultMethod());
    assertThat(find(1, 10, few, Optional.empty()).method()).isEqualTo(SearchMethod.EXACT);
    assertThat(search(MOVIES).find(query(1), 10, MovieFilter.RATED, Optional.empty()).method())
        .isEqualTo(SearchMethod.EXACT);
  }

  @Test
  void walksAGraphThatFindsTooLittleOnlyWhenToldTo() {
    SimilaritySearch poor = search(500, new BeamCalibration(512, .98));

    assertThat(poor.defaultMethod()).isEqualTo(SearchMethod.EXACT);
    assertThat(poor.find(query(1), 10, MovieFilter.RATED, Optional.of(SearchMethod.HNSW)).method())
        .isEqualTo(SearchMethod.HNSW);
  }

  @Test
  void doesNotContainMoviesWithoutADirectionOrATrainingRating() {
    assertThat(SEARCH.contains(100)).isFalse();
    assertThat(CATALOGUE.isCandidate(25)).isFalse();
    assertThat(SEARCH.contains(25)).isFalse();
    assertThat(SEARCH.contains(1)).isTrue();
  }

  private static SimilarMovies find(
      int movie, int count, MovieFilter filter, Optional<SearchMethod> method) {
    return SEARCH.find(query(movie), count, filter, method);
  }

  private static Query query(int movie) {
    return Query.ofMovie(movie, VECTORS);
  }

  private static List<SimilarMovie> bruteForce(int movie, int count, MovieFilter filter) {
    return IntStream.range(0, MOVIES)
        .filter(other -> other != movie && SEARCH.contains(other) && passes(other, filter))
        .mapToObj(
            other ->
                new SimilarMovie(other, VECTORS.cosine(query(movie).unit(), VECTORS.nodeOf(other))))
        .sorted(ORDER)
        .limit(count)
        .toList();
  }

  /** Compares up to the order of movies whose cosines differ in their last bits alone. */
  private static void assertSame(List<SimilarMovie> found, List<SimilarMovie> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int rank = 0; rank < found.size(); rank++) {
      assertThat(found.get(rank).score()).isCloseTo(expected.get(rank).score(), within(TOLERANCE));
    }
    float last = found.isEmpty() ? 0 : found.getLast().score();
    assertThat(found)
        .extracting(SimilarMovie::movie)
        .doesNotHaveDuplicates()
        .containsAll(
            expected.stream()
                .filter(similar -> similar.score() > last + TOLERANCE)
                .map(SimilarMovie::movie)
                .toList());
  }

  private static boolean passes(int index, MovieFilter filter) {
    Movie movie = CATALOGUE.movie(index);
    boolean bounded = filter.minimumYear() > 0 || filter.maximumYear() > 0;
    @Nullable Integer year = movie.year();
    boolean yearFits =
        year == null
            ? !bounded
            : year >= filter.minimumYear()
                && (filter.maximumYear() == 0 || year <= filter.maximumYear());
    boolean genreFits =
        filter.genres().any().isEmpty()
            || filter.genres().any().stream()
                .anyMatch(wanted -> movie.genres().stream().anyMatch(wanted::equalsIgnoreCase));
    return yearFits && genreFits && CATALOGUE.ratingCount(index) >= filter.minimumRatingCount();
  }

  private static long hits(List<SimilarMovie> found, List<SimilarMovie> expected) {
    if (expected.isEmpty()) {
      return 0;
    }
    float last = expected.getLast().score() - TOLERANCE;
    return found.stream().filter(similar -> similar.score() >= last).count();
  }

  private static int crowded() {
    int node =
        IntStream.range(0, VECTORS.nodeCount())
            .filter(each -> VECTORS.memberStart(each + 1) - VECTORS.memberStart(each) > 6)
            .findFirst()
            .orElseThrow();
    return VECTORS.memberAt(VECTORS.memberStart(node) + 2);
  }

  private static SimilaritySearch search(int exactLimit) {
    return search(exactLimit, BeamCalibration.of(VECTORS, INDEX));
  }

  private static SimilaritySearch search(int exactLimit, BeamCalibration calibration) {
    return new SimilaritySearch(FilterIndex.of(CATALOGUE), VECTORS, INDEX, calibration, exactLimit);
  }

  private static DistinctVectors vectors() {
    float[][] factors = FactorLikeVectors.draw(MOVIES, 32, 11);
    return DistinctVectors.of(MOVIES, 32, movie -> factors[movie], CATALOGUE::isCandidate);
  }

  private static Catalogue catalogue() {
    IdDictionary ids =
        IdDictionary.of(IntStream.range(0, MOVIES).mapToObj(Integer::toString).toList());
    long[] counts = IntStream.range(0, MOVIES).mapToLong(movie -> movie % 25).toArray();
    double[] means = IntStream.range(0, MOVIES).mapToDouble(movie -> 3).toArray();
    return Catalogue.ofCounts(
        ids,
        IntStream.range(0, MOVIES).mapToObj(SimilaritySearchTest::movie).toList(),
        counts,
        means);
  }

  private static Movie movie(int index) {
    @Nullable Integer year = index % 17 == 0 ? null : Integer.valueOf(1930 + index % 90);
    List<String> genres =
        List.of(GENRES.get(index % 4), "Genre " + (index % 3)).subList(0, 1 + index % 2);
    return new Movie(
        Integer.toString(index),
        String.format(Locale.ROOT, "Movie %d", index),
        year,
        genres,
        List.of(),
        "",
        "",
        "");
  }

  private static MovieFilter filter(List<String> genres, int from, int to, long count) {
    return new MovieFilter(GenreRule.anyOf(genres), from, to, count, MovieIdRule.NONE);
  }
}
