package io.matinee.model.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file of named arrays and texts. */
sealed interface ArrayFile extends Closeable permits NumpyFile, SafetensorsArrays {

  /**
   * Opens a file as what it begins with says.
   *
   * @throws UnreadableScorerException if it is neither NumPy's archive nor safetensors, or damaged
   */
  static ArrayFile open(Path file) throws IOException {
    byte[] start;
    try (var input = Files.newInputStream(file)) {
      start = input.readNBytes(NumpyFile.START.length);
    }
    return Arrays.equals(start, NumpyFile.START) ? NumpyFile.of(file) : SafetensorsArrays.of(file);
  }

  /**
   * Returns an array, if there is one of this name.
   *
   * @throws UnreadableScorerException if it is of a kind that is not read
   */
  Optional<StoredArray> array(String name) throws IOException;

  /** Returns a text, if there is one of this name. */
  Optional<String> text(String name) throws IOException;
}
