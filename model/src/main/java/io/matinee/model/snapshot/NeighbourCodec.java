package io.matinee.model.snapshot;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.Neighbours;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sparse weights between movies (CSR by the liked movie): {@code indptr} i64 [movies + 1], {@code
 * indices} i32 [n], {@code weights} f32 [n].
 */
final class NeighbourCodec {
  static final int FORMAT_VERSION = 1;

  private NeighbourCodec() {}

  static void write(Path file, NeighbourModel model) throws IOException {
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.ofAll("indptr", TensorType.I64, MemorySegment.ofArray(model.starts())),
            Tensor.ofAll("indices", TensorType.I32, MemorySegment.ofArray(model.neighbours())),
            Tensor.ofAll("weights", TensorType.F32, MemorySegment.ofArray(model.weights()))));
  }

  static NeighbourScorer read(
      SafetensorsFile arrays,
      Manifest manifest,
      NeighbourObjective objective,
      Optional<RatingsMatrix> seen) {
    long count = arrays.rows("indices");
    MemorySegment starts = arrays.tensor("indptr", TensorType.I64, manifest.movieCount() + 1L);
    requireAscending(starts, count);
    MemorySegment indices = arrays.tensor("indices", TensorType.I32, count);
    requireAscendingRows(starts, indices, manifest.movieCount());
    MemorySegment weights = arrays.tensor("weights", TensorType.F32, count);
    return NeighbourScorer.of(new Neighbours(starts, indices, weights, objective), seen);
  }

  private static void requireAscendingRows(
      MemorySegment starts, MemorySegment indices, int movies) {
    for (int movie = 0; movie < movies; movie++) {
      int previous = -1;
      long end = starts.getAtIndex(LittleEndian.LONG, movie + 1L);
      for (long at = starts.getAtIndex(LittleEndian.LONG, movie); at < end; at++) {
        int neighbour = indices.getAtIndex(LittleEndian.INT, at);
        if (neighbour <= previous || neighbour >= movies) {
          throw new IllegalArgumentException(
              "the neighbours of movie %d do not ascend within %d movies".formatted(movie, movies));
        }
        previous = neighbour;
      }
    }
  }

  private static void requireAscending(MemorySegment starts, long count) {
    long previous = 0;
    for (long index = 0; index < starts.byteSize() / Long.BYTES; index++) {
      long start = starts.getAtIndex(LittleEndian.LONG, index);
      if (start < previous || (index == 0 && start != 0)) {
        throw new IllegalArgumentException("row starts descend at movie " + index);
      }
      previous = start;
    }
    if (previous != count) {
      throw new IllegalArgumentException("rows end at weight %d of %d".formatted(previous, count));
    }
  }
}
