package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * A table of trained rows in one variable of shape [rows, 3 * width]: a row is its weights, then
 * the first and then the second moment of Adam, so that a step reads and writes it at once.
 */
final class PackedTable {

  private static final int PARTS = 3;

  private final GraphBuilder graph;
  private final Output<?> variable;
  private final int rows;
  private final int width;

  PackedTable(GraphBuilder graph, String name, int rows, int width) {
    this.graph = graph;
    this.rows = rows;
    this.width = width;
    this.variable = graph.variable(name, rows, (long) PARTS * width);
  }

  int rows() {
    return rows;
  }

  int width() {
    return width;
  }

  /** Sets the weights [rows, width]; the moments become 0. */
  Operation initialise(Output<?> weights) {
    Output<?> moments = graph.zeros(rows, (PARTS - 1) * width);
    return graph.assign(variable, graph.concatenateColumns(weights, moments));
  }

  /** All weights: [rows, width]. */
  Output<?> weights() {
    return graph.firstColumns(graph.read(variable), width);
  }

  /** The weights of some rows, which may repeat: [ids, width]. */
  Output<?> weights(Output<?> ids) {
    return graph.firstColumns(graph.gather(variable, ids, List.of()), width);
  }

  /** Reads the rows of a batch once the given operations have run. */
  Rows gather(Output<?> ids, List<Operation> after) {
    Operation unique = graph.unique(ids);
    Output<?> distinct = unique.output(0);
    List<Output<?>> parts = graph.splitColumns(graph.gather(variable, distinct, after), PARTS);
    return new Rows(distinct, unique.output(1), parts.get(0), parts.get(1), parts.get(2));
  }

  /** Writes the rows of a batch back. */
  Operation scatter(Rows rows) {
    return graph.scatter(
        variable,
        rows.ids(),
        graph.concatenateColumns(rows.weights(), rows.firstMoment(), rows.secondMoment()));
  }

  /**
   * The distinct rows of a batch.
   *
   * @param ids their indices, [distinct]
   * @param positionOfExample for each example its row in the other fields, [batch]
   * @param weights [distinct, width]
   * @param firstMoment [distinct, width]
   * @param secondMoment [distinct, width]
   */
  record Rows(
      Output<?> ids,
      Output<?> positionOfExample,
      Output<?> weights,
      Output<?> firstMoment,
      Output<?> secondMoment) {}
}
