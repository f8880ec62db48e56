package io.matinee.model.scoring;

import java.util.List;

/**
 * The scores of one user by a network, and their derivatives by the user's vector. Used by one
 * thread.
 */
final class NetworkSlopes {
  private final List<DenseLayer> layers;
  private final FirstLayer first;
  private final double[] userSums;

  /** What each layer gives for the movie that was scored last. */
  private final double[][] outputs;

  private final double[] byUser;

  NetworkSlopes(NetworkWeights weights, FirstLayer first) {
    this.layers = weights.layers();
    this.first = first;
    this.userSums = new double[layers.getFirst().outputs()];
    this.outputs =
        layers.stream().map(layer -> new double[layer.outputs()]).toArray(double[][]::new);
    this.byUser = new double[weights.userDimension()];
  }

  /** Takes another vector of the user. */
  void enter(double[] vector) {
    DenseLayer layer = layers.getFirst();
    for (int output = 0; output < userSums.length; output++) {
      double sum = 0;
      for (int input = 0; input < vector.length; input++) {
        sum += vector[input] * layer.kernel()[input * layer.outputs() + output];
      }
      userSums[output] = sum;
    }
  }

  /** Returns the score of a movie. */
  double score(int movie) {
    double[] values = outputs[0];
    for (int output = 0; output < values.length; output++) {
      values[output] = userSums[output] + first.movieSums(movie)[output];
    }
    layers.getFirst().activation().apply(values);
    for (int index = 1; index < outputs.length; index++) {
      forward(layers.get(index), outputs[index - 1], outputs[index]);
    }
    return outputs[outputs.length - 1][0];
  }

  private static void forward(DenseLayer layer, double[] from, double[] into) {
    for (int output = 0; output < into.length; output++) {
      double sum = layer.bias()[output];
      for (int input = 0; input < from.length; input++) {
        sum += from[input] * layer.kernel()[input * layer.outputs() + output];
      }
      into[output] = sum;
    }
    layer.activation().apply(into);
  }

  /**
   * Returns the derivatives of the score that was computed last, [user dimension]: an array that
   * the next call overwrites.
   */
  double[] byUser() {
    double[] bySums = {1};
    for (int index = outputs.length - 1; index > 0; index--) {
      bySums =
          backward(layers.get(index), throughActivation(index, bySums), outputs[index - 1].length);
    }
    double[] byFirst = throughActivation(0, bySums);
    System.arraycopy(
        backward(layers.getFirst(), byFirst, byUser.length), 0, byUser, 0, byUser.length);
    return byUser;
  }

  private double[] throughActivation(int index, double[] byOutputs) {
    double[] bySums = byOutputs.clone();
    for (int output = 0; output < bySums.length; output++) {
      bySums[output] *= layers.get(index).activation().slope(outputs[index][output]);
    }
    return bySums;
  }

  /** Returns the derivatives by the first inputs of a layer. */
  private static double[] backward(DenseLayer layer, double[] bySums, int inputs) {
    double[] byInputs = new double[inputs];
    for (int input = 0; input < inputs; input++) {
      double sum = 0;
      for (int output = 0; output < bySums.length; output++) {
        sum += layer.kernel()[input * layer.outputs() + output] * bySums[output];
      }
      byInputs[input] = sum;
    }
    return byInputs;
  }
}
