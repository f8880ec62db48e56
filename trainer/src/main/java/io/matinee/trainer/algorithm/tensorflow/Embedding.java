package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Output;

/** A table of which an example has a row. */
interface Embedding extends Parameter {

  /** Returns the rows of some ids [batch], [batch, columns], to score by. */
  Output<?> rows(Output<?> ids);

  /** Reads the rows of a step's ids [batch], once the given operations have run. */
  Lookup lookup(Output<?> ids, List<org.tensorflow.Operation> after);

  /** Returns a table moved by an optimiser. */
  static Embedding of(GraphBuilder graph, WeightShape shape, TableOptimiser optimiser) {
    return switch (optimiser) {
      case ADAM_DENSE -> new DenseEmbedding(graph, shape);
      case ADAM_LAZY -> new LazyEmbedding(graph, shape);
    };
  }

  /**
   * What a step reads of a table.
   *
   * @param rows of each example, [batch, columns]
   * @param leaf what they were taken from
   */
  record Lookup(Output<?> rows, Leaf leaf) {}
}
