package io.matinee.similarity.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.index.GraphSearch;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recall and sense of neighbours on factors trained on real ratings, always on the graph. */
@Tag("external")
class TrainedFactorsTest {
  private static final int DIMENSION = 48;
  private static final int WELL_KNOWN = 200;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static RatingsMatrix ratings;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static DistinctVectors vectors;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static HnswIndex index;

  @BeforeAll
  static void train() throws IOException {
    ratings = MovieLens.ratings();
    float[] factors = ImplicitFactors.train(ratings, DIMENSION, 3);
    vectors =
        DistinctVectors.of(
            ratings.movieCount(),
            DIMENSION,
            movie -> Arrays.copyOfRange(factors, movie * DIMENSION, (movie + 1) * DIMENSION),
            movie -> true);
    index = HnswIndex.build(vectors);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void manyMoviesShareAVector() {
    assertThat(vectors.nodeCount()).isLessThan(vectors.memberCount() * 9 / 10);
  }

  @Test
  void findsNinetyNineInAHundredOfTheExactTenWithTiesCounted() {
    Slice all = Slice.all(vectors);
    BeamCalibration calibration = BeamCalibration.of(vectors, index);
    GraphSearch graph = new GraphSearch(vectors, index, calibration.beam());
    ExactScan scan = new ExactScan(vectors);
    Recall recall = new Recall();
    for (int at = 0; at < vectors.memberCount(); at++) {
      Query query = Query.ofMovie(vectors.memberAt(at), vectors);
      recall.add(scan.find(query, 10, all), graph.find(query, 10, all));
    }

    assertThat(recall.share())
        .as(
            "recall of %d movies in %d nodes, %s",
            vectors.memberCount(), vectors.nodeCount(), calibration)
        .isGreaterThanOrEqualTo(.99);
  }

  @Test
  void findsMoviesOfTheSameGenresMoreThanPopularityDoes() throws IOException {
    Map<String, Set<String>> genres = MovieLens.genres();
    int[] ranked = byRatingCount();
    GraphSearch graph = new GraphSearch(vectors, index, 64);
    double near = 0;
    double byPopularity = 0;
    for (int rank = 0; rank < WELL_KNOWN; rank++) {
      Set<String> own = genresOf(ranked[rank], genres);
      Query query = Query.ofMovie(ranked[rank], vectors);
      List<SimilarMovie> found = graph.find(query, 10, Slice.all(vectors));
      near +=
          found.stream().mapToDouble(each -> jaccard(own, genresOf(each.movie(), genres))).sum();
      for (SimilarMovie each : found) {
        byPopularity += asPopular(each.movie(), ranked, own, genres);
      }
    }

    assertThat(near).isGreaterThan(1.5 * byPopularity);
  }

  /** The mean overlap with the movies that are about as popular as one. */
  private static double asPopular(
      int movie, int[] ranked, Set<String> own, Map<String, Set<String>> genres) {
    int rank =
        IntStream.range(0, ranked.length)
            .filter(at -> ranked[at] == movie)
            .findFirst()
            .orElseThrow();
    return IntStream.rangeClosed(Math.max(0, rank - 25), Math.min(ranked.length - 1, rank + 25))
        .filter(at -> at != rank)
        .mapToDouble(at -> jaccard(own, genresOf(ranked[at], genres)))
        .average()
        .orElseThrow();
  }

  private static int[] byRatingCount() {
    int[] counts = ratings.movieRatingCounts();
    return IntStream.range(0, ratings.movieCount())
        .boxed()
        .sorted(Comparator.comparingInt(movie -> -counts[movie]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Set<String> genresOf(int movie, Map<String, Set<String>> genres) {
    return genres.getOrDefault(ratings.movies().id(movie), Set.of());
  }

  private static double jaccard(Set<String> first, Set<String> second) {
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    Set<String> either = new HashSet<>(first);
    either.addAll(second);
    return either.isEmpty() ? 0 : (double) both.size() / either.size();
  }
}
