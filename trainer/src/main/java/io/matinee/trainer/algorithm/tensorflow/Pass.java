package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/** A way through a network: reads its weights for a batch, to score it or to learn from it. */
interface Pass {

  /** Returns the graph that is being written. */
  GraphBuilder graph();

  /** Returns the rows of some ids [batch], [batch, columns]. */
  Output<?> rows(Embedding table, Output<?> ids);

  /** Returns a weight. */
  Output<?> weight(Weight weight);

  /**
   * Where a pass learns, sets a share of the numbers to 0, each by itself, and divides the others
   * by the rest of the share; else changes nothing.
   *
   * @param share at least 0 and under 1
   */
  Output<?> dropout(Output<?> value, double share);
}
