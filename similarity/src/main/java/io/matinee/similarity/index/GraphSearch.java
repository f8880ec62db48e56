package io.matinee.similarity.index;

import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds similar movies by a walk on the graph: the found nodes' members in the order of their exact
 * similarities. Thread-safe.
 */
public final class GraphSearch {
  private static final Comparator<SimilarMovie> BEST_FIRST =
      Comparator.comparingDouble((SimilarMovie found) -> -found.score())
          .thenComparingInt(SimilarMovie::movie);

  private final DistinctVectors vectors;
  private final HnswIndex index;
  private final int beam;

  /**
   * Searches a graph.
   *
   * @param vectors the vectors that the index was built of
   * @param beam the least number of candidates that a walk keeps
   */
  public GraphSearch(DistinctVectors vectors, HnswIndex index, int beam) {
    this.vectors = vectors;
    this.index = index;
    this.beam = beam;
  }

  /**
   * Finds similar movies, ties by ascending index. A walk may miss some; fewer than {@code count}
   * are found when it ends early on a narrow slice.
   *
   * @param query what they are to be similar to
   * @param count how many at most
   * @param slice which movies may be found
   */
  public List<SimilarMovie> find(Query query, int count, Slice slice) {
    int width = width(query.listed().count() + count);
    List<SimilarMovie> found = new ArrayList<>();
    for (int node : index.nearest(query, width, narrowed(slice))) {
      float score = vectors.cosine(query.unit(), node);
      for (int at = vectors.memberStart(node); at < vectors.memberStart(node + 1); at++) {
        int member = vectors.memberAt(at);
        if (slice.movies().get(member) && query.wants(member, score)) {
          found.add(new SimilarMovie(member, score));
        }
      }
    }
    found.sort(BEST_FIRST);
    return List.copyOf(found.subList(0, Math.min(count, found.size())));
  }

  /** A node may hold the movie alone, so one more than are listed; and a margin, as for few. */
  private int width(int count) {
    return Math.min(vectors.nodeCount(), Math.max(beam, count + 1 + count / 4));
  }

  private @Nullable BitSet narrowed(Slice slice) {
    return slice.nodes().cardinality() == vectors.nodeCount() ? null : slice.nodes();
  }
}
