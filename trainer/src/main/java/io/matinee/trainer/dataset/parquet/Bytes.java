package io.matinee.trainer.dataset.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing run of bytes, written as Parquet writes numbers. Not thread-safe. */
final class Bytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  void put(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  void put(byte[] from, int start, int length) {
    ensure(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  void put(Bytes other) {
    put(other.bytes, 0, other.size);
  }

  void putInt(int value) {
    ensure(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  void putLong(long value) {
    ensure(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** Seven bits a byte, lowest first. */
  void putVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** A signed number whose sign is its last bit. */
  void putZigzag(long value) {
    putVarint((value << 1) ^ (value >> 63));
  }

  /**
   * Packs numbers side by side, lowest bit first; the last byte is filled up with zeros.
   *
   * @param width the bits of a number, 0 to 56, or 64
   */
  void pack(long[] values, int from, int count, int width) {
    if (width == Long.SIZE) {
      for (int i = from; i < from + count; i++) {
        putLong(values[i]);
      }
      return;
    }
    ensure(count * Long.BYTES + Long.BYTES);
    long waiting = 0;
    int bits = 0;
    for (int i = from; i < from + count; i++) {
      waiting |= values[i] << bits;
      bits += width;
      LONGS.set(bytes, size, waiting);
      int whole = bits >>> 3;
      size += whole;
      waiting >>>= whole << 3;
      bits &= 7;
    }
    if (bits > 0) {
      bytes[size++] = (byte) waiting;
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
