package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.ArrayList;
import java.util.List;

/** Ranks by all scores. */
final class ScoringRanker implements Ranker {
  private final Scorer scorer;

  ScoringRanker(Scorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public Scorer scorer() {
    return scorer;
  }

  @Override
  public List<ScoredMovie> best(UserState user, MovieMask allowed, int k) {
    float[] scores = new float[scorer.movieCount()];
    scorer.scoreAll(user, scores);
    List<ScoredMovie> best = new ArrayList<>(Math.min(k, scores.length));
    for (int movie : TopK.select(scores, k, allowed)) {
      best.add(new ScoredMovie(movie, scores[movie]));
    }
    return best;
  }
}
