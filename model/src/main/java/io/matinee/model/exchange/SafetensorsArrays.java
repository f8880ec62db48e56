package io.matinee.model.exchange;

import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.SafetensorsFile;
import io.matinee.model.snapshot.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of safetensors, mapped for as long as it is open.
 *
 * @param arena what it is mapped in
 * @param file its arrays
 */
record SafetensorsArrays(Arena arena, SafetensorsFile file) implements ArrayFile {

  static SafetensorsArrays of(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new SafetensorsArrays(arena, SafetensorsFile.of("file", bytes));
    } catch (CorruptBlobException malformed) {
      arena.close();
      throw new UnreadableScorerException(
          "The file is neither NumPy's archive (.npz) nor whole safetensors of F32, F64, I64, I32 and U8: %s; save it again, floats as float32."
              .formatted(malformed.getMessage()));
    }
  }

  @Override
  public Optional<StoredArray> array(String name) {
    return file.find(name).map(SafetensorsArrays::stored);
  }

  @Override
  public Optional<String> text(String name) {
    return Optional.ofNullable(file.metadata().get(name));
  }

  @Override
  public void close() {
    arena.close();
  }

  private static StoredArray stored(Tensor tensor) {
    StoredArray.Type type =
        switch (tensor.type()) {
          case F32, F64 -> StoredArray.Type.FLOAT;
          case I32, I64 -> StoredArray.Type.INTEGER;
          case U8 -> StoredArray.Type.BYTES;
        };
    return new StoredArray(
        tensor.name(),
        type,
        tensor.type().bytes(),
        tensor.shape(),
        () -> new SegmentStream(tensor.data()));
  }

  /** The bytes of a segment. */
  private static final class SegmentStream extends InputStream {
    private final MemorySegment bytes;
    private long position;

    SegmentStream(MemorySegment bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return position == bytes.byteSize()
          ? -1
          : bytes.get(ValueLayout.JAVA_BYTE, position++) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(length, bytes.byteSize() - position);
      if (count == 0 && length > 0) {
        return -1;
      }
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
