package io.matinee.similarity.api;

import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.WeightedSpace;
import io.matinee.runtime.error.Unimplemented;
import java.util.List;

/** The spaces that a request compares movies in. */
final class Spaces {
  /** The one that is searched. */
  static final EmbeddingSpace SEARCHED = EmbeddingSpace.EMBEDDING_SPACE_RANKING;

  private Spaces() {}

  /**
   * Refuses what is not searched.
   *
   * @param asked the spaces of a request; none for {@link #SEARCHED}
   * @throws io.matinee.runtime.error.MatineeException UNIMPLEMENTED for another space, or several
   */
  static void check(List<WeightedSpace> asked) {
    if (asked.size() > 1) {
      throw Unimplemented.of("spaces", "are several: movies are compared in one space as yet");
    }
    if (!asked.isEmpty() && asked.getFirst().getSpace() != SEARCHED) {
      throw Unimplemented.of(
          "spaces[0].space", "is not searched yet: leave it out for the ranking scorer's");
    }
  }
}
