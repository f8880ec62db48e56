package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * What a step has read of a weight, takes the gradient by, and then moves.
 *
 * @param value what was read
 * @param descent writes the weight back
 */
record Leaf(Output<?> value, Descent descent) {

  /** Moves a weight against its gradient. */
  @FunctionalInterface
  interface Descent {

    /**
     * Returns the operations that write the weight.
     *
     * @param gradient the derivative of the loss by the leaf's value
     * @param rate as {@link Adam#rate} gives it, a scalar
     */
    List<Operation> step(Output<?> gradient, Output<?> rate);
  }
}
