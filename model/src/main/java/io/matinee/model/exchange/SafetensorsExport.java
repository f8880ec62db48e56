package io.matinee.model.exchange;

import io.matinee.model.snapshot.SafetensorsWriter;
import io.matinee.model.snapshot.Tensor;
import io.matinee.model.snapshot.TensorType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scorers as safetensors, their texts as its metadata. The format has no texts in arrays: {@code
 * movie_ids} is i64 [movies] where all ids are whole numbers as these are printed, else u8 [bytes],
 * all ids in UTF-8 one after the other, beside {@code movie_id_starts} i64 [movies + 1], where each
 * begins. Users' ids likewise.
 */
public final class SafetensorsExport {
  private SafetensorsExport() {}

  /** Writes a scorer into a file. */
  public static void write(Path file, ScorerExport scorer) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    for (ExportedSide side : scorer.sides()) {
      tensors.addAll(ids(side));
      side.factors().ifPresent(tensors::add);
      side.bias().ifPresent(tensors::add);
    }
    tensors.addAll(scorer.others());
    SafetensorsWriter.write(file, tensors, scorer.texts());
  }

  private static List<Tensor> ids(ExportedSide side) {
    String name = side.name() + "_ids";
    Optional<long[]> numbers = side.numericIds();
    if (numbers.isPresent()) {
      return List.of(Tensor.ofAll(name, TensorType.I64, MemorySegment.ofArray(numbers.get())));
    }
    long[] starts = new long[side.ids().size() + 1];
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int row = 0; row < side.ids().size(); row++) {
      text.writeBytes(side.ids().id(row).getBytes(StandardCharsets.UTF_8));
      starts[row + 1] = text.size();
    }
    return List.of(
        Tensor.ofAll(name, TensorType.U8, MemorySegment.ofArray(text.toByteArray())),
        Tensor.ofAll(side.name() + "_id_starts", TensorType.I64, MemorySegment.ofArray(starts)));
  }
}
