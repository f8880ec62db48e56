package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/**
 * What a weight is, whoever moves it.
 *
 * @param name unique in its graph
 * @param rows of the matrix
 * @param columns of the matrix
 * @param initialiser how it starts
 * @param regularisation l, where the loss of a step has l times the sum of the squares of what the
 *     step moves of it
 */
record WeightShape(
    String name, int rows, int columns, Initialiser initialiser, float regularisation) {

  /** Returns the first values, [rows, columns]. */
  Output<?> draw(GraphBuilder graph, Output<?> seed) {
    return initialiser.draw(graph, rows, columns, seed);
  }

  /** Returns the gradient of the squares. */
  Output<?> decay(GraphBuilder graph, Output<?> value) {
    return regularisation == 0
        ? graph.apply("ZerosLike", value)
        : graph.multiply(value, graph.constant(2 * regularisation));
  }

  /** Returns the gradient with that of the squares added. */
  Output<?> regularised(GraphBuilder graph, Output<?> gradient, Output<?> value) {
    return regularisation == 0 ? gradient : graph.add(gradient, decay(graph, value));
  }
}
