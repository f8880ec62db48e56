package io.matinee.model.scoring;

/**
 * A dense layer on the heap: {@code activation(x kernel + bias)}.
 *
 * @param inputs how many numbers go in, at least 1
 * @param outputs how many come out, at least 1
 * @param kernel [inputs, outputs], row-major
 * @param bias [outputs]
 * @param activation what is done to each sum
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record DenseLayer(
    int inputs, int outputs, float[] kernel, float[] bias, Activation activation) {

  /** Refuses arrays whose lengths contradict the sizes. */
  public DenseLayer {
    if (inputs < 1
        || outputs < 1
        || kernel.length != (long) inputs * outputs
        || bias.length != outputs) {
      throw new IllegalArgumentException(
          "a layer from %d to %d numbers has %d weights and %d biases"
              .formatted(inputs, outputs, kernel.length, bias.length));
    }
  }

  /** Returns whether all its numbers are finite. */
  boolean isFinite() {
    return Numbers.areFinite(kernel) && Numbers.areFinite(bias);
  }

  /**
   * Computes what comes out.
   *
   * @param from [inputs]
   * @param into [outputs], overwritten
   */
  void apply(float[] from, float[] into) {
    if (outputs == 1) {
      into[0] = bias[0] + Kernels.dot(from, 0, kernel, 0, inputs);
    } else {
      System.arraycopy(bias, 0, into, 0, outputs);
      addProduct(from, 0, into);
    }
    activation.apply(into);
  }

  /**
   * Adds the product of some inputs with their rows of the kernel.
   *
   * @param from the inputs
   * @param firstRow the row of the first of them
   * @param into [outputs], added to
   */
  void addProduct(float[] from, int firstRow, float[] into) {
    for (int input = 0; input < from.length; input++) {
      float factor = from[input];
      int row = (firstRow + input) * outputs;
      for (int output = 0; output < outputs; output++) {
        into[output] += factor * kernel[row + output];
      }
    }
  }
}
