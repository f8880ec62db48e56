package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * A table of rows that {@link LazyAdam} trains, in three variables of shape [rows, width]: the
 * weights and their first and second moments. Each is read and written in place, so that no step
 * has to take rows apart and put them together again.
 */
final class AdamTable {

  private final GraphBuilder graph;
  private final Output<?> weights;
  private final Output<?> firstMoments;
  private final Output<?> secondMoments;
  private final int rows;
  private final int width;

  AdamTable(GraphBuilder graph, String name, int rows, int width) {
    this.graph = graph;
    this.rows = rows;
    this.width = width;
    this.weights = graph.variable(name, rows, width);
    this.firstMoments = graph.variable(name + "_first_moments", rows, width);
    this.secondMoments = graph.variable(name + "_second_moments", rows, width);
  }

  int rows() {
    return rows;
  }

  /**
   * Sets the weights [rows, width] and the first moments, to 0.
   *
   * @param secondMoments where each row's second moments start, [1, width]; 0 lets a column learn,
   *     infinity freezes it
   */
  List<Operation> initialise(Output<?> initialWeights, Output<?> secondMoments) {
    Output<?> zeros = graph.fill(rows, width, 0);
    return List.of(
        graph.assign(weights, initialWeights),
        graph.assign(firstMoments, zeros),
        graph.assign(this.secondMoments, graph.add(zeros, secondMoments)));
  }

  /** All weights: [rows, width]. */
  Output<?> weights() {
    return weights(List.of());
  }

  /** All weights, [rows, width], once the given operations have run. */
  Output<?> weights(List<Operation> after) {
    return graph.read(weights, after);
  }

  /** Returns the weights of some rows, which may repeat: [ids, width]. */
  Output<?> weights(Output<?> ids) {
    return graph.gather(weights, ids, List.of());
  }

  /** Reads the rows of a batch once the given operations have run. */
  Rows gather(Output<?> ids, List<Operation> after) {
    Operation distinct = graph.distinct(ids);
    Output<?> distinctIds = distinct.output(0);
    return new Rows(
        distinctIds,
        distinct.output(1),
        distinct.output(2),
        graph.gather(weights, distinctIds, after),
        graph.gather(firstMoments, distinctIds, after),
        graph.gather(secondMoments, distinctIds, after));
  }

  /** Writes the rows of a batch back. */
  List<Operation> scatter(Rows rows) {
    return List.of(
        graph.scatter(weights, rows.ids(), rows.weights()),
        graph.scatter(firstMoments, rows.ids(), rows.firstMoments()),
        graph.scatter(secondMoments, rows.ids(), rows.secondMoments()));
  }

  /**
   * The distinct rows of a batch.
   *
   * @param ids their indices, [distinct]
   * @param positionOfExample for each example its row in the other fields, int64 [batch]
   * @param examples how many examples each row has, int64 [distinct]
   * @param weights [distinct, width]
   * @param firstMoments [distinct, width]
   * @param secondMoments [distinct, width]
   */
  record Rows(
      Output<?> ids,
      Output<?> positionOfExample,
      Output<?> examples,
      Output<?> weights,
      Output<?> firstMoments,
      Output<?> secondMoments) {

    Rows with(Output<?> newWeights, Output<?> newFirstMoments, Output<?> newSecondMoments) {
      return new Rows(
          ids, positionOfExample, examples, newWeights, newFirstMoments, newSecondMoments);
    }
  }
}
