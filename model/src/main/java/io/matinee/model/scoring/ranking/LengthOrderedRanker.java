package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import io.matinee.model.scoring.UserState;
import io.matinee.model.scoring.UserVector;
import java.util.List;

/**
 * Finds the best movies for a user, exactly, without scoring all of them: block by block in the
 * order of falling vector length ({@link LengthOrder}), it stops where no further movie can reach
 * the k-th best score so far. On implicit factors of MovieLens, ten movies take about a tenth of
 * the scores. Where many movies are asked for, or lengths say little, it scores all.
 *
 * <p>The idea is that of LEMP (Teflioudi, Gemulla and Mykytiuk, SIGMOD 2015). Immutable.
 */
final class LengthOrderedRanker implements Ranker {
  private final FactorScorer scorer;
  private final LengthOrder order;
  private final MovieBlocks blocks;

  LengthOrderedRanker(FactorScorer scorer) {
    this.scorer = scorer;
    order = LengthOrder.of(scorer);
    blocks = MovieBlocks.of(scorer, order);
  }

  @Override
  public FactorScorer scorer() {
    return scorer;
  }

  @Override
  public List<ScoredMovie> best(UserState state, MovieMask allowed, int k) {
    UserVector user = scorer.vector(state);
    TopK best = new TopK(Math.min(k, scorer.movieCount()));
    float[] scores = new float[MovieBlocks.WIDTH];
    double userLength = Kernels.length(user.vector());
    for (int block = 0; block < blocks.count(); block++) {
      int first = block * MovieBlocks.WIDTH;
      if (order.bound(first, userLength, user) < best.threshold()) {
        break;
      }
      blocks.score(user, block, scores);
      offer(first, scores, allowed, best);
    }
    return drain(best);
  }

  private void offer(int first, float[] scores, MovieMask allowed, TopK best) {
    int count = Math.min(scores.length, scorer.movieCount() - first);
    float threshold = best.threshold();
    for (int lane = 0; lane < count; lane++) {
      if (scores[lane] >= threshold && allowed.allows(order.movie(first + lane))) {
        best.offer(order.movie(first + lane), scores[lane]);
        threshold = best.threshold();
      }
    }
  }

  private static List<ScoredMovie> drain(TopK best) {
    ScoredMovie[] movies = new ScoredMovie[best.size()];
    for (int rank = movies.length - 1; rank >= 0; rank--) {
      float score = best.worstScore();
      movies[rank] = new ScoredMovie(best.removeWorst(), score);
    }
    return List.of(movies);
  }
}
