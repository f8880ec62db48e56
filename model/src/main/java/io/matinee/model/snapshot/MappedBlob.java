package io.matinee.model.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A blob that is read where its file is mapped into memory, for as long as the arena of the mapping
 * lives. Thread-safe.
 *
 * @param reference what the bytes are meant to be
 * @param bytes what they are
 */
public record MappedBlob(BlobReference reference, MemorySegment bytes) {

  /** Maps all of a file, whatever it holds. */
  static MappedBlob map(Path file, BlobReference reference, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new MappedBlob(
          reference, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    }
  }

  /**
   * Reads every byte, from the mapping itself: what became of the file's name in the meantime does
   * not matter.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   * @throws CorruptBlobException if a byte is another or cannot be read
   */
  public void verify(LongConsumer pace) {
    String found;
    try {
      found = Digests.sha256(bytes, pace);
    } catch (InternalError failure) {
      if (MappingFault.isFault(failure)) {
        throw new CorruptBlobException(
            reference.name(), reference.size() + " bytes", "some that cannot be read");
      }
      throw failure;
    }
    Digests.requireSame(reference, bytes.byteSize(), found);
  }
}
