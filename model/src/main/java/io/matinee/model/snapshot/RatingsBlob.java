package io.matinee.model.snapshot;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.ratings.Rows;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/**
 * A ratings matrix by rows as safetensors: {@code indptr} i64 [users + 1], {@code indices} i32
 * [cells], {@code weights} f32 [cells], {@code timestamps} i64 [cells] ([0] where nobody needs
 * them: in the training part).
 */
final class RatingsBlob {
  private static final MemorySegment NONE = MemorySegment.ofArray(new long[0]);

  private RatingsBlob() {}

  static void write(Path file, RatingsMatrix matrix) throws IOException {
    write(file, matrix.rows());
  }

  static void writeWithoutTimestamps(Path file, RatingsMatrix matrix) throws IOException {
    Rows rows = matrix.rows();
    write(file, new Rows(rows.starts(), rows.movies(), rows.ratings(), NONE));
  }

  private static void write(Path file, Rows rows) throws IOException {
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.ofAll("indptr", TensorType.I64, rows.starts()),
            Tensor.ofAll("indices", TensorType.I32, rows.movies()),
            Tensor.ofAll("weights", TensorType.F32, rows.ratings()),
            Tensor.ofAll("timestamps", TensorType.I64, rows.timestamps())));
  }

  static RatingsMatrix of(MappedBlob blob, IdDictionary users, IdDictionary movies) {
    SafetensorsFile tensors = SafetensorsFile.of(blob.reference().name(), blob.bytes());
    long cells = tensors.rows("indices");
    long times = tensors.rows("timestamps");
    Rows rows =
        new Rows(
            tensors.tensor("indptr", TensorType.I64, users.size() + 1L),
            tensors.tensor("indices", TensorType.I32, cells),
            tensors.tensor("weights", TensorType.F32, cells),
            tensors.tensor("timestamps", TensorType.I64, times == 0 ? 0 : cells));
    return RatingsMatrix.ofRows(users, movies, rows);
  }
}
