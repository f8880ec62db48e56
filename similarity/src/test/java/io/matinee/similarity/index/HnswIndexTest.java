package io.matinee.similarity.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.recall.Recall;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.FactorLikeVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HnswIndexTest {
  private static final int MOVIES = 6_000;

  private static DistinctVectors vectors = FactorLikeVectors.distinct(new float[1][1]);
  private static HnswIndex index = HnswIndex.build(vectors);

  @BeforeAll
  static void build() {
    vectors = FactorLikeVectors.distinct(FactorLikeVectors.draw(MOVIES, 48, 5));
    index.close();
    index = HnswIndex.build(vectors);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void findsNinetyNineInAHundredOfTheExactTenWithTiesCounted() {
    Slice all = Slice.all(vectors);
    BeamCalibration calibration = BeamCalibration.of(vectors, index);
    GraphSearch graph = new GraphSearch(vectors, index, calibration.beam());
    ExactScan scan = new ExactScan(vectors);
    Recall recall = new Recall();
    for (int at = 0; at < vectors.memberCount(); at += 3) {
      int movie = vectors.memberAt(at);
      Query query = Query.ofMovie(movie, vectors);
      recall.add(scan.find(query, 10, all), graph.find(query, 10, all));
    }

    assertThat(calibration.recall()).isGreaterThanOrEqualTo(.99);
    assertThat(recall.share()).isGreaterThanOrEqualTo(.99);
  }

  @Test
  void findsTheNodeItselfFirst() {
    for (int node = 0; node < vectors.nodeCount(); node += 100) {
      assertThat(index.nearest(ofNode(node), 32, null)[0]).isEqualTo(node);
    }
  }

  @Test
  void findsAcceptedNodesAlone() {
    BitSet accepted = new BitSet();
    IntStream.range(0, vectors.nodeCount()).filter(node -> node % 7 == 3).forEach(accepted::set);

    assertThat(Arrays.stream(index.nearest(ofNode(0), 64, accepted)).boxed())
        .hasSize(64)
        .allMatch(node -> node % 7 == 3);
  }

  @Test
  void givesMembersOfOneNodeTheSameCosineInTheirOrder() {
    int crowded =
        IntStream.range(0, vectors.nodeCount())
            .filter(node -> vectors.memberStart(node + 1) - vectors.memberStart(node) > 12)
            .findFirst()
            .orElseThrow();
    int movie = vectors.memberAt(vectors.memberStart(crowded) + 1);

    List<SimilarMovie> found =
        new GraphSearch(vectors, index, 32)
            .find(Query.ofMovie(movie, vectors), 10, Slice.all(vectors));

    assertThat(found).hasSize(10).allMatch(similar -> similar.score() > 1 - 1e-6);
    assertThat(found).extracting(SimilarMovie::movie).isSorted().doesNotContain(movie);
  }

  @Test
  void findsWhatIsNearAVectorThatIsNoMovies() {
    for (int node = 0; node < vectors.nodeCount(); node += 100) {
      Query same = Query.ofVector(vectors.unit(node), vectors);

      assertThat(index.nearest(same, 128, null)[0]).isEqualTo(node);
    }
  }

  @Test
  void mayBeEmpty() {
    DistinctVectors none = FactorLikeVectors.distinct(new float[3][4]);
    try (HnswIndex empty = HnswIndex.build(none)) {
      assertThat(empty.nearest(Query.ofVector(new float[] {1, 0, 0, 0}, none), 10, null)).isEmpty();
    }
  }

  private static Query ofNode(int node) {
    return Query.ofMovie(vectors.memberAt(vectors.memberStart(node)), vectors);
  }
}
