package io.matinee.serving.recommend;

import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;

/** Neighbours among four movies. */
public final class SmallNeighbours {
  private SmallNeighbours() {}

  /**
   * Who likes the first movie likes the third more than the fourth; of the others nothing is known.
   *
   * @param minimumRating the lowest rating that is a like
   */
  public static NeighbourModel ofTheFirst(double minimumRating) {
    return new NeighbourModel(
        new long[] {0, 2, 2, 2, 2},
        new int[] {2, 3},
        new float[] {.5f, .25f},
        new NeighbourObjective(minimumRating));
  }
}
