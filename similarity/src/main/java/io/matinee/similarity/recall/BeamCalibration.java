package io.matinee.similarity.recall;

import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.index.GraphSearch;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses how wide walks are: the narrowest beam that finds enough of the exact ten for movies
 * drawn with a seed, or the widest.
 *
 * @param beam how many candidates a walk keeps
 * @param recall the share of the exact ten that was found with it
 */
public record BeamCalibration(int beam, double recall) {
  private static final List<Integer> BEAMS = List.of(16, 24, 32, 48, 64, 96, 128, 192, 256, 512);
  private static final double ENOUGH = .997;
  private static final double TOLERABLE = .99;
  private static final int QUERIES = 300;
  private static final int COUNT = 10;
  private static final long SEED = 7;

  /** What a calibration depends on beside vectors and graph: the same rule measures the same. */
  public static final String RULE =
      "beams %s to recall %s of %d, %d queries of seed %d"
          .formatted(BEAMS, ENOUGH, COUNT, QUERIES, SEED);

  /** Measures beams of a graph, from narrow to wide. */
  public static BeamCalibration of(DistinctVectors vectors, HnswIndex index) {
    if (vectors.memberCount() == 0) {
      return new BeamCalibration(BEAMS.getFirst(), 1);
    }
    Slice all = Slice.all(vectors);
    List<Query> queries =
        new SplittableRandom(SEED)
            .ints(QUERIES, 0, vectors.memberCount())
            .mapToObj(member -> Query.ofMovie(vectors.memberAt(member), vectors))
            .toList();
    ExactScan scan = new ExactScan(vectors);
    List<List<SimilarMovie>> exact =
        queries.stream().map(query -> scan.find(query, COUNT, all)).toList();
    BeamCalibration best = new BeamCalibration(BEAMS.getFirst(), 0);
    for (int beam : BEAMS) {
      best =
          new BeamCalibration(
              beam, recall(new GraphSearch(vectors, index, beam), queries, exact, all));
      if (best.recall() >= ENOUGH) {
        return best;
      }
    }
    return best;
  }

  /** Returns whether the graph finds enough with this beam to answer unasked. */
  public boolean suffices() {
    return recall >= TOLERABLE;
  }

  private static double recall(
      GraphSearch search, List<Query> queries, List<List<SimilarMovie>> exact, Slice all) {
    Recall recall = new Recall();
    for (int at = 0; at < queries.size(); at++) {
      recall.add(exact.get(at), search.find(queries.get(at), COUNT, all));
    }
    return recall.share();
  }
}
