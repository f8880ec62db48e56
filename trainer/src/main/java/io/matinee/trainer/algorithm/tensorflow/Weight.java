package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * A matrix that every step moves as a whole by {@link Adam}: a layer's kernel or bias, or a table
 * trained as Keras does, whose rows go on moving by their momentum while no example has them.
 */
final class Weight implements Parameter {

  private final GraphBuilder graph;
  private final WeightShape shape;
  private final Output<?> weights;
  private final Output<?> firstMoments;
  private final Output<?> secondMoments;

  Weight(GraphBuilder graph, WeightShape shape) {
    this.graph = graph;
    this.shape = shape;
    this.weights = variable("");
    this.firstMoments = variable("_first_moments");
    this.secondMoments = variable("_second_moments");
  }

  private Output<?> variable(String suffix) {
    return graph.variable(shape.name() + suffix, shape.rows(), shape.columns());
  }

  @Override
  public String name() {
    return shape.name();
  }

  @Override
  public List<Operation> initialise(Output<?> seed) {
    Output<?> zeros = graph.fill(shape.rows(), shape.columns(), 0);
    return List.of(
        graph.assign(weights, shape.draw(graph, seed)),
        graph.assign(firstMoments, zeros),
        graph.assign(secondMoments, zeros));
  }

  @Override
  public Output<?> value(List<Operation> after) {
    return graph.read(weights, after);
  }

  /** Reads it for a step, once the given operations have run. */
  Leaf leaf(List<Operation> after) {
    Output<?> value = value(after);
    return new Leaf(
        value, (gradient, rate) -> move(shape.regularised(graph, gradient, value), rate));
  }

  /**
   * Moves all of it.
   *
   * @param gradient of the loss, [rows, columns]
   * @param rate as {@link Adam#rate} gives it, a scalar
   */
  List<Operation> move(Output<?> gradient, Output<?> rate) {
    return List.of(
        graph.applyAdam(weights, firstMoments, secondMoments, rate, Adam.USUAL, gradient));
  }
}
