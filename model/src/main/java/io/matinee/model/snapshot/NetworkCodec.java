package io.matinee.model.snapshot;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.DenseLayer;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkObjective;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.NetworkWeights;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors and dense layers: {@code user_vectors} f32 [users, d], {@code movie_vectors} f32 [movies,
 * e], {@code nobody} f32 [d], {@code activations} i32 [layers] (0 linear, 1 relu, 2 sigmoid, 3
 * tanh) and, for each layer from 0 on, {@code kernel_0} f32 [inputs, outputs] and {@code bias_0}
 * f32 [outputs].
 */
final class NetworkCodec {
  static final int FORMAT_VERSION = 1;

  /** In the order of their numbers. */
  private static final List<Activation> ACTIVATIONS =
      List.of(Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH);

  private static final int MOST_LAYERS = 64;

  private NetworkCodec() {}

  static void write(Path file, NetworkModel model) throws IOException {
    int[] activations =
        model.layers().stream()
            .mapToInt(layer -> ACTIVATIONS.indexOf(layer.activation()))
            .toArray();
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(
        Tensor.of("user_vectors", model.userVectors(), model.userCount(), model.userDimension()));
    tensors.add(
        Tensor.of(
            "movie_vectors", model.movieVectors(), model.movieCount(), model.movieDimension()));
    tensors.add(Tensor.of("nobody", model.nobody(), model.userDimension()));
    tensors.add(Tensor.ofAll("activations", TensorType.I32, MemorySegment.ofArray(activations)));
    for (int index = 0; index < model.layers().size(); index++) {
      DenseLayer layer = model.layers().get(index);
      tensors.add(Tensor.of("kernel_" + index, layer.kernel(), layer.inputs(), layer.outputs()));
      tensors.add(Tensor.of("bias_" + index, layer.bias(), layer.outputs()));
    }
    SafetensorsWriter.write(file, tensors);
  }

  static NetworkScorer read(SafetensorsFile arrays, Manifest manifest, NetworkObjective objective) {
    int userDimension = dimension(arrays, "user_vectors");
    int movieDimension = dimension(arrays, "movie_vectors");
    return NetworkScorer.of(
        new NetworkWeights(
            userDimension,
            movieDimension,
            arrays.tensor("user_vectors", TensorType.F32, manifest.userCount(), userDimension),
            arrays.tensor("movie_vectors", TensorType.F32, manifest.movieCount(), movieDimension),
            floats(arrays.tensor("nobody", TensorType.F32, userDimension)),
            layers(arrays),
            manifest.scale(),
            objective));
  }

  private static List<DenseLayer> layers(SafetensorsFile arrays) {
    long count = arrays.rows("activations");
    if (count < 1 || count > MOST_LAYERS) {
      throw new IllegalArgumentException("a network of " + count + " layers");
    }
    MemorySegment activations = arrays.tensor("activations", TensorType.I32, count);
    List<DenseLayer> layers = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      String kernel = "kernel_" + index;
      int inputs = Math.toIntExact(arrays.rows(kernel));
      int outputs = dimension(arrays, kernel);
      layers.add(
          new DenseLayer(
              inputs,
              outputs,
              floats(arrays.tensor(kernel, TensorType.F32, inputs, outputs)),
              floats(arrays.tensor("bias_" + index, TensorType.F32, outputs)),
              activation(activations.getAtIndex(LittleEndian.INT, index))));
    }
    return layers;
  }

  private static Activation activation(int number) {
    if (number < 0 || number >= ACTIVATIONS.size()) {
      throw new IllegalArgumentException("there is no activation " + number);
    }
    return ACTIVATIONS.get(number);
  }

  private static int dimension(SafetensorsFile arrays, String name) {
    long dimension = arrays.columns(name);
    if (dimension < 1 || dimension > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("%s has %d columns".formatted(name, dimension));
    }
    return (int) dimension;
  }

  private static float[] floats(MemorySegment segment) {
    float[] values = new float[Math.toIntExact(segment.byteSize() / Float.BYTES)];
    MemorySegment.copy(segment, LittleEndian.FLOAT, 0, values, 0, values.length);
    return values;
  }
}
