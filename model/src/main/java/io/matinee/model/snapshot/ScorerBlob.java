package io.matinee.model.snapshot;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkObjective;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerKind;
import io.matinee.model.scoring.ScorerModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A scorer as safetensors, by the codec of its kind. */
final class ScorerBlob {
  private ScorerBlob() {}

  /** Returns the version of the format in which scorers of a kind are written and read. */
  static int formatVersion(ScorerKind kind) {
    return switch (kind) {
      case BIASES -> BiasCodec.FORMAT_VERSION;
      case FACTORS -> FactorCodec.FORMAT_VERSION;
      case NEIGHBOURS -> NeighbourCodec.FORMAT_VERSION;
      case NETWORK -> NetworkCodec.FORMAT_VERSION;
    };
  }

  static void write(Path file, ScorerModel model) throws IOException {
    switch (model) {
      case BiasModel biases -> BiasCodec.write(file, biases);
      case FactorModel factors -> FactorCodec.write(file, factors);
      case NeighbourModel neighbours -> NeighbourCodec.write(file, neighbours);
      case NetworkModel network -> NetworkCodec.write(file, network);
    }
  }

  /**
   * Returns a scorer that reads the mapped arrays.
   *
   * @param seen the training part, if it was read
   * @throws CorruptBlobException if the arrays are not those of the kind
   */
  static Scorer of(
      MappedBlob blob, Manifest manifest, ScorerManifest scorer, Optional<RatingsMatrix> seen) {
    SafetensorsFile arrays = SafetensorsFile.of(blob.reference().name(), blob.bytes());
    return switch (scorer.objective()) {
      case BiasObjective objective -> BiasCodec.read(arrays, manifest, objective);
      case FactorObjective objective -> FactorCodec.read(arrays, manifest, objective);
      case NeighbourObjective objective -> NeighbourCodec.read(arrays, manifest, objective, seen);
      case NetworkObjective objective -> NetworkCodec.read(arrays, manifest, objective);
    };
  }
}
