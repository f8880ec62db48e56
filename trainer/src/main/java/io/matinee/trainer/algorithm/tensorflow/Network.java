package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Output;

/** A model that scores pairs of a user and a movie: what its graph is made of. */
interface Network {

  /** Returns all that is trained, in an order that does not change. */
  List<? extends Parameter> parameters();

  /**
   * Returns the scores of a batch, [batch].
   *
   * @param users row of each example's user, int32 [batch]
   * @param movies row of each example's movie, int32 [batch]
   */
  Output<?> scores(Pass pass, Output<?> users, Output<?> movies);
}
