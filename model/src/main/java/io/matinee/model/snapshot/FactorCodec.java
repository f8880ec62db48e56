package io.matinee.model.snapshot;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Factors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Vectors and biases, all f32: {@code movie_factors} [movies, d], {@code user_factors} [users, d],
 * {@code movie_bias} and {@code user_bias} ([0] without), {@code mean} [1].
 */
final class FactorCodec {
  static final int FORMAT_VERSION = 3;

  private FactorCodec() {}

  static void write(Path file, FactorModel model) throws IOException {
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.of("movie_factors", model.movieFactors(), model.movieCount(), model.dimension()),
            Tensor.of("user_factors", model.userFactors(), model.userCount(), model.dimension()),
            Tensor.of("movie_bias", model.movieBias(), model.movieBias().length),
            Tensor.of("user_bias", model.userBias(), model.userBias().length),
            Tensor.of("mean", new float[] {model.mean()}, 1)));
  }

  static FactorScorer read(SafetensorsFile arrays, Manifest manifest, FactorObjective objective) {
    int dimension = dimension(arrays);
    return FactorScorer.of(
        new Factors(
            dimension,
            arrays.tensor("movie_factors", TensorType.F32, manifest.movieCount(), dimension),
            arrays.tensor("user_factors", TensorType.F32, manifest.userCount(), dimension),
            arrays.emptyOr("movie_bias", TensorType.F32, manifest.movieCount()),
            arrays.emptyOr("user_bias", TensorType.F32, manifest.userCount()),
            arrays.tensor("mean", TensorType.F32, 1).get(LittleEndian.FLOAT, 0),
            manifest.scale(),
            objective));
  }

  private static int dimension(SafetensorsFile arrays) {
    long dimension = arrays.columns("movie_factors");
    if (dimension < 1 || dimension > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("vectors of " + dimension + " dimensions");
    }
    return (int) dimension;
  }
}
