package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.List;

/**
 * Finds the best movies for a user, exactly, in the way that suits the kind of the scorer.
 * Immutable and thread-safe.
 */
public sealed interface Ranker permits LengthOrderedRanker, OrderedRanker, ScoringRanker {

  /** Returns the ranker of a scorer. */
  static Ranker of(Scorer scorer) {
    return switch (scorer) {
      case BiasScorer biases -> new OrderedRanker(biases);
      case FactorScorer factors -> new LengthOrderedRanker(factors);
      case NeighbourScorer neighbours -> new ScoringRanker(neighbours);
      case NetworkScorer network -> new ScoringRanker(network);
    };
  }

  /** Returns a ranker that copies nothing of the scorer: for one that is seldom asked. */
  static Ranker withoutCopies(Scorer scorer) {
    return new ScoringRanker(scorer);
  }

  /** Returns what scores the movies. */
  Scorer scorer();

  /**
   * Returns the best movies of a set, best first, ties by index.
   *
   * @param allowed which movies may be in the list
   * @param k how many at most, at least 0
   */
  List<ScoredMovie> best(UserState user, MovieMask allowed, int k);
}
