package io.matinee.model.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * An array in a file, of elements in little-endian order, the last dimension running first.
 *
 * @param name its name
 * @param type the type of its elements
 * @param width the bytes of an element
 * @param shape its dimensions
 * @param content opens its elements
 */
record StoredArray(String name, Type type, int width, List<Long> shape, Content content) {
  StoredArray {
    shape = List.copyOf(shape);
  }

  /** What elements are. */
  enum Type {
    /** Floats of 32 or 64 bits. */
    FLOAT,
    /** Signed integers. */
    INTEGER,
    /** Bytes. */
    BYTES,
    /** Texts of UTF-32, filled up with zeros. */
    TEXT
  }

  /** Opens the elements of an array. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** Returns the length of a dimension. */
  long length(int axis) {
    return shape.get(axis);
  }

  UnreadableScorerException wrong(String problem) {
    return UnreadableScorerException.of(name, problem);
  }
}
