package io.matinee.model.snapshot;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.Biases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Biases alone, all f32: {@code movie_bias} [movies], {@code user_bias} [users] ([0] when all have
 * the same state), {@code mean} [1].
 */
final class BiasCodec {
  static final int FORMAT_VERSION = 1;

  private BiasCodec() {}

  static void write(Path file, BiasModel model) throws IOException {
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.of("movie_bias", model.movieBias(), model.movieCount()),
            Tensor.of("user_bias", model.userBias(), model.userCount()),
            Tensor.of("mean", new float[] {model.mean()}, 1)));
  }

  static BiasScorer read(SafetensorsFile arrays, Manifest manifest, BiasObjective objective) {
    return BiasScorer.of(
        new Biases(
            arrays.tensor("movie_bias", TensorType.F32, manifest.movieCount()),
            arrays.emptyOr("user_bias", TensorType.F32, manifest.userCount()),
            arrays.tensor("mean", TensorType.F32, 1).get(LittleEndian.FLOAT, 0),
            manifest.scale(),
            objective));
  }
}
