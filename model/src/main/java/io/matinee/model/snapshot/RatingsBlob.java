package io.matinee.model.snapshot;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.ratings.Rows;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A ratings matrix by rows as safetensors: {@code indptr} i64 [users + 1], {@code indices} i32
 * [cells], {@code weights} f32 [cells], {@code timestamps} i64 [cells].
 */
final class RatingsBlob {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private RatingsBlob() {}

  static void write(Path file, RatingsMatrix matrix) throws IOException {
    int cells = matrix.ratingCount();
    long[] starts = new long[matrix.userCount() + 1];
    Arrays.setAll(starts, user -> user == 0 ? 0 : matrix.userEnd(user - 1));
    int[] movies = new int[cells];
    Arrays.setAll(movies, matrix::movieAt);
    long[] timestamps = new long[cells];
    Arrays.setAll(timestamps, matrix::timestampAt);
    float[] ratings = new float[cells];
    for (int cell = 0; cell < cells; cell++) {
      ratings[cell] = matrix.ratingAt(cell);
    }
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.of("indptr", starts, starts.length),
            Tensor.of("indices", movies, cells),
            Tensor.of("weights", ratings, cells),
            Tensor.of("timestamps", timestamps, cells)));
  }

  static RatingsMatrix read(Path file, String blobName, IdDictionary users, IdDictionary movies)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile tensors = SafetensorsFile.map(file, blobName, arena);
      long cells = tensors.rows("indices");
      MemorySegment starts = tensors.tensor("indptr", TensorType.I64, users.size() + 1L);
      int[] rowStarts = new int[users.size() + 1];
      Arrays.setAll(rowStarts, user -> Math.toIntExact(starts.getAtIndex(LONG, user)));
      Rows rows =
          new Rows(
              rowStarts,
              tensors.tensor("indices", TensorType.I32, cells).toArray(INT),
              tensors.tensor("weights", TensorType.F32, cells).toArray(FLOAT),
              tensors.tensor("timestamps", TensorType.I64, cells).toArray(LONG));
      return RatingsMatrix.ofRows(users, movies, rows);
    }
  }
}
