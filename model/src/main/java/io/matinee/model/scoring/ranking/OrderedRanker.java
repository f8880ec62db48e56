package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks by biases alone: a user's bias moves all scores alike, so that one order of the movies is
 * everybody's. Where adding a user's bias rounds two scores to the same number, that order stands.
 */
final class OrderedRanker implements Ranker {
  private final BiasScorer scorer;
  private final int[] order;

  OrderedRanker(BiasScorer scorer) {
    this.scorer = scorer;
    float[] scores = new float[scorer.movieCount()];
    scorer.scoreAll(scorer.nobody(), scores);
    order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparing(movie -> -scores[movie]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  @Override
  public Scorer scorer() {
    return scorer;
  }

  @Override
  public List<ScoredMovie> best(UserState user, MovieMask allowed, int k) {
    List<ScoredMovie> best = new ArrayList<>(Math.min(k, order.length));
    for (int place = 0; place < order.length && best.size() < k; place++) {
      int movie = order[place];
      if (allowed.allows(movie)) {
        best.add(new ScoredMovie(movie, scorer.score(user, movie)));
      }
    }
    return best;
  }
}
