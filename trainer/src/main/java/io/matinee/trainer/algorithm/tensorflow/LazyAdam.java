package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/**
 * Adam (Kingma and Ba 2015) on the rows that a batch touches, so that a step costs the same however
 * large the table is. With the gradient g of a row:
 *
 * <pre>
 *   m' = b1 m + (1 - b1) g        v' = b2 v + (1 - b2) g^2        w' = w - rate_t m' / (sqrt(v') + e)
 *   rate_t = rate sqrt(1 - b2^t) / (1 - b1^t)
 * </pre>
 *
 * Rows that no example of the batch has keep their moments.
 */
final class LazyAdam {

  private static final float FIRST_DECAY = .9f;
  private static final float SECOND_DECAY = .999f;
  private static final float EPSILON = 1e-7f;

  private LazyAdam() {}

  /** The bias-corrected learning rate of step t, from 1. */
  static float rate(double learningRate, long step) {
    return (float)
        (learningRate
            * Math.sqrt(1 - Math.pow(SECOND_DECAY, (double) step))
            / (1 - Math.pow(FIRST_DECAY, (double) step)));
  }

  /**
   * The rows after a step.
   *
   * @param rows the rows before it
   * @param gradient the gradient of the loss, [distinct, width]
   * @param rate the corrected learning rate of each column, [width]; 0 freezes a column
   */
  static PackedTable.Rows step(
      GraphBuilder graph, PackedTable.Rows rows, Output<?> gradient, Output<?> rate) {
    Output<?> first = decayed(graph, rows.firstMoment(), gradient, FIRST_DECAY);
    Output<?> second = decayed(graph, rows.secondMoment(), graph.square(gradient), SECOND_DECAY);
    Output<?> scale = graph.add(graph.squareRoot(second), graph.constant(EPSILON));
    Output<?> change = graph.multiply(rate, graph.divide(first, scale));
    return new PackedTable.Rows(
        rows.ids(),
        rows.positionOfExample(),
        graph.subtract(rows.weights(), change),
        first,
        second);
  }

  private static Output<?> decayed(
      GraphBuilder graph, Output<?> moment, Output<?> value, float decay) {
    return graph.add(
        graph.multiply(moment, graph.constant(decay)),
        graph.multiply(value, graph.constant(1 - decay)));
  }
}
