package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.scoring.Activation;
import java.util.List;
import org.tensorflow.Output;

/**
 * A dense layer: {@code activation(x kernel + bias)}.
 *
 * @param kernel [inputs, outputs]
 * @param bias [1, outputs]
 * @param activation what is applied to each output
 */
record Dense(Weight kernel, Weight bias, Activation activation) {

  /** Returns a layer whose bias starts at 0, its weights named by the layer's name. */
  static Dense of(
      GraphBuilder graph,
      String name,
      int inputs,
      int outputs,
      Initialiser kernel,
      Activation activation) {
    return new Dense(
        new Weight(graph, new WeightShape(kernel(name), inputs, outputs, kernel, 0)),
        new Weight(graph, new WeightShape(bias(name), 1, outputs, Initialiser.ZEROS, 0)),
        activation);
  }

  /** Returns the name of a layer's kernel. */
  static String kernel(String layer) {
    return layer + "_kernel";
  }

  /** Returns the name of a layer's bias. */
  static String bias(String layer) {
    return layer + "_bias";
  }

  /** Returns what comes out for [batch, inputs]: [batch, outputs]. */
  Output<?> of(Pass pass, Output<?> inputs) {
    GraphBuilder graph = pass.graph();
    Output<?> sums = graph.add(graph.product(inputs, pass.weight(kernel)), pass.weight(bias));
    return switch (activation) {
      case LINEAR -> sums;
      case RELU -> graph.apply("Relu", sums);
      case SIGMOID -> graph.sigmoid(sums);
      case TANH -> graph.apply("Tanh", sums);
    };
  }

  List<Parameter> parameters() {
    return List.of(kernel, bias);
  }
}
