package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/**
 * The gradient of a batch's loss by the distinct rows of both sides. With S [users, movies] holding
 * the slope of every example's loss by its logit, P and Q the rows and n the examples of each row:
 *
 * <pre>
 *   dP = S Q + n decay * P        dQ = S' P + n decay * Q
 * </pre>
 */
final class BatchGradient {

  private final GraphBuilder graph;
  private final AdamTable.Rows users;
  private final AdamTable.Rows movies;
  private final Output<?> slope;
  private final Output<?> decay;
  private final Output<?> cells;
  private final Output<?> shape;

  /**
   * Prepares both gradients.
   *
   * @param slope the derivative of the loss by the logit, [batch]
   * @param decay what an example adds to the gradient, by each weight, [1, width]
   */
  BatchGradient(
      GraphBuilder graph,
      AdamTable.Rows users,
      AdamTable.Rows movies,
      Output<?> slope,
      Output<?> decay) {
    this.graph = graph;
    this.users = users;
    this.movies = movies;
    this.slope = slope;
    this.decay = decay;
    this.cells = graph.stackLast(users.positionOfExample(), movies.positionOfExample());
    this.shape = graph.stackLast(graph.size(users.ids()), graph.size(movies.ids()));
  }

  /** By the users' rows, [distinct users, width]. */
  Output<?> ofUsers() {
    Output<?> product = graph.sparseProduct(cells, slope, shape, false, movies.weights());
    return graph.add(product, decayed(users));
  }

  /** By the movies' rows, [distinct movies, width]. */
  Output<?> ofMovies() {
    Output<?> product = graph.sparseProduct(cells, slope, shape, true, users.weights());
    return graph.add(product, decayed(movies));
  }

  private Output<?> decayed(AdamTable.Rows rows) {
    Output<?> examples = graph.reshape(graph.toFloat(rows.examples()), -1, 1);
    return graph.multiply(rows.weights(), graph.product(examples, decay));
  }
}
