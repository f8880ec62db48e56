package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/**
 * How a weight starts, as Keras defines it for a matrix [rows, columns]: the rows are what goes in
 * ({@code fan_in}) and the columns what comes out, of tables too. A function of the seed [2] alone.
 */
enum Initialiser {

  /** A normal distribution of deviation sqrt(2 / rows), cut off at two of its deviations. */
  HE_NORMAL {
    @Override
    Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed) {
      Output<?> normal = graph.apply("StatelessTruncatedNormal", graph.vector(rows, columns), seed);
      return graph.multiply(
          normal, graph.constant((float) (Math.sqrt(2.0 / rows) / DEVIATION_ONCE_CUT_OFF)));
    }
  },

  /** Uniform between both of sqrt(6 / (rows + columns)). */
  GLOROT_UNIFORM {
    @Override
    Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed) {
      return uniform(graph, rows, columns, seed, Math.sqrt(6.0 / (rows + columns)));
    }
  },

  /** Uniform between -.05 and .05. */
  UNIFORM {
    @Override
    Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed) {
      return uniform(graph, rows, columns, seed, HALF_WIDTH);
    }
  },

  /** A normal distribution of deviation 1. */
  NORMAL {
    @Override
    Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed) {
      return graph.apply("StatelessRandomNormal", graph.vector(rows, columns), seed);
    }
  },

  /** Zeros. */
  ZEROS {
    @Override
    Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed) {
      return graph.fill(rows, columns, 0);
    }
  };

  /** Of a normal distribution of deviation 1 that is cut off at 2. */
  private static final double DEVIATION_ONCE_CUT_OFF = .87962566103423978;

  private static final double HALF_WIDTH = .05;

  /** Returns the first values of a weight, [rows, columns]. */
  abstract Output<?> draw(GraphBuilder graph, int rows, int columns, Output<?> seed);

  private static Output<?> uniform(
      GraphBuilder graph, int rows, int columns, Output<?> seed, double limit) {
    Output<?> share = graph.uniform(rows, columns, seed);
    return graph.multiply(
        graph.subtract(share, graph.constant(.5f)), graph.constant((float) (2 * limit)));
  }
}
