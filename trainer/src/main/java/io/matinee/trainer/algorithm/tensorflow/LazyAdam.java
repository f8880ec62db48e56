package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/**
 * Adam (Kingma and Ba 2015) on the rows that a batch touches, so that a step costs the same however
 * large the table is. With the gradient g of a row:
 *
 * <pre>
 *   m' = b1 m + g        v' = b2 v + g^2        w' = w - rate_t m' / (sqrt(v') + e)
 *   rate_t = rate sqrt(1 - b2^t) / (1 - b1^t) (1 - b1) / sqrt(1 - b2)
 * </pre>
 *
 * These moments are the paper's divided by 1 - b1 and 1 - b2, which saves two operations a table
 * and step; rate_t and e = 1e-7 / sqrt(1 - b2) make up for it. Rows that no example of the batch
 * has keep their moments. A weight whose second moment is infinite never moves.
 */
final class LazyAdam {

  private static final float FIRST_DECAY = Adam.USUAL.firstDecay();
  private static final float SECOND_DECAY = Adam.USUAL.secondDecay();
  private static final double PAPER_EPSILON = 1e-7;
  private static final float EPSILON = (float) (PAPER_EPSILON / Math.sqrt(1 - SECOND_DECAY));

  /** What these moments' scale adds to a rate. */
  static final double SCALE = (1 - FIRST_DECAY) / Math.sqrt(1 - SECOND_DECAY);

  private LazyAdam() {}

  /** Returns the rate of step t, from 1, corrected for the moments' bias and scale. */
  static float rate(double learningRate, long step) {
    return (float) (Adam.USUAL.rate(learningRate, step) * SCALE);
  }

  /**
   * Returns the rows after a step.
   *
   * @param rows the rows before it
   * @param gradient the gradient of the loss, [distinct, width]
   * @param rate as {@link #rate} gives it, a scalar
   */
  static AdamTable.Rows step(
      GraphBuilder graph, AdamTable.Rows rows, Output<?> gradient, Output<?> rate) {
    Output<?> first = decayed(graph, rows.firstMoments(), FIRST_DECAY, gradient);
    Output<?> second = decayed(graph, rows.secondMoments(), SECOND_DECAY, graph.square(gradient));
    Output<?> scale = graph.add(graph.squareRoot(second), graph.constant(EPSILON));
    Output<?> change = graph.multiply(graph.divide(first, scale), rate);
    return rows.with(graph.subtract(rows.weights(), change), first, second);
  }

  private static Output<?> decayed(
      GraphBuilder graph, Output<?> moment, float decay, Output<?> value) {
    return graph.add(graph.multiply(moment, graph.constant(decay)), value);
  }
}
