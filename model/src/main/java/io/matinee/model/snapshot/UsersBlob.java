package io.matinee.model.snapshot;

import io.matinee.model.ratings.IdDictionary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The ids of the users in the order of their dictionary as safetensors: {@code text} u8 [bytes],
 * all ids in UTF-8 one after the other, and {@code starts} i64 [users + 1], where each begins.
 */
final class UsersBlob {
  private UsersBlob() {}

  static void write(Path file, IdDictionary users) throws IOException {
    long[] starts = new long[users.size() + 1];
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int user = 0; user < users.size(); user++) {
      text.writeBytes(users.id(user).getBytes(StandardCharsets.UTF_8));
      starts[user + 1] = text.size();
    }
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.ofAll("starts", TensorType.I64, MemorySegment.ofArray(starts)),
            Tensor.ofAll("text", TensorType.U8, MemorySegment.ofArray(text.toByteArray()))));
  }

  static IdDictionary of(MappedBlob blob) {
    SafetensorsFile tensors = SafetensorsFile.of(blob.reference().name(), blob.bytes());
    return IdDictionary.mapped(
        tensors.tensor("starts", TensorType.I64, tensors.rows("starts")),
        tensors.tensor("text", TensorType.U8, tensors.rows("text")));
  }
}
