package io.matinee.model.snapshot;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Factors;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/**
 * The arrays of a factor model as safetensors, all f32: {@code movie_factors} [movies, d], {@code
 * user_factors} [users, d] (0 users when all have the same state), {@code movie_bias} and {@code
 * user_bias} ([0] without), {@code mean} [1].
 */
final class FactorsBlob {
  private FactorsBlob() {}

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

  static FactorScorer of(MappedBlob blob, Manifest manifest, ScorerManifest scorer) {
    SafetensorsFile tensors = SafetensorsFile.of(blob.reference().name(), blob.bytes());
    int dimension = scorer.dimension();
    long users = tensors.rows("user_factors") == 0 ? 0 : manifest.userCount();
    MemorySegment mean = tensors.tensor("mean", TensorType.F32, 1);
    return FactorScorer.of(
        new Factors(
            dimension,
            tensors.tensor("movie_factors", TensorType.F32, manifest.movieCount(), dimension),
            tensors.tensor("user_factors", TensorType.F32, users, dimension),
            biases(tensors, "movie_bias", manifest.movieCount()),
            biases(tensors, "user_bias", manifest.userCount()),
            mean.get(LittleEndian.FLOAT, 0),
            manifest.scale(),
            scorer.objective()));
  }

  private static MemorySegment biases(SafetensorsFile tensors, String name, int count) {
    return tensors.tensor(name, TensorType.F32, tensors.rows(name) == 0 ? 0 : count);
  }
}
