package io.matinee.model.exchange;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the numbers of an array one row after another. */
final class FloatReader implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final StoredArray array;
  private final InputStream content;
  private ByteBuffer row = ByteBuffer.allocate(0);

  private FloatReader(StoredArray array, InputStream content) {
    this.array = array;
    this.content = content;
  }

  static FloatReader open(StoredArray array) throws IOException {
    if (array.type() != StoredArray.Type.FLOAT) {
      throw array.wrong("holds no floats; save it by astype(\"float32\")");
    }
    return new FloatReader(array, new BufferedInputStream(array.content().open(), BUFFER_BYTES));
  }

  /**
   * Reads as many numbers as have a place.
   *
   * @throws UnreadableScorerException if one is not finite, or they are not there
   */
  void read(float[] target) throws IOException {
    int bytes = target.length * array.width();
    if (row.capacity() != bytes) {
      row = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    if (content.readNBytes(row.array(), 0, bytes) < bytes) {
      throw new EOFException(array.name() + " ends early");
    }
    for (int at = 0; at < target.length; at++) {
      target[at] =
          array.width() == Double.BYTES
              ? (float) row.getDouble(at * Double.BYTES)
              : row.getFloat(at * Float.BYTES);
      if (!Float.isFinite(target[at])) {
        throw array.wrong(
            "holds NaN or an infinity; leave out the rows that were not trained (numpy.isfinite)");
      }
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
