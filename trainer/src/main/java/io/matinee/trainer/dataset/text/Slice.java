package io.matinee.trainer.dataset.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A run of bytes in an array that somebody else fills: a field, looked at where it was read. It is
 * set anew for each row, and nobody may keep it. Not thread-safe.
 */
public final class Slice {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final byte[] NONE = {};
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private byte[] bytes = NONE;
  private int start;
  private int end;

  /** Looks at the bytes from {@code start} to before {@code end}. */
  public void set(byte[] array, int from, int to) {
    bytes = array;
    start = from;
    end = to;
  }

  /** Looks at the UTF-8 of a text. */
  public void set(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    set(encoded, 0, encoded.length);
  }

  /** Returns the array, which holds more than this slice. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the position of the first byte. */
  public int start() {
    return start;
  }

  /** Returns the position behind the last byte. */
  public int end() {
    return end;
  }

  /** Returns the number of bytes. */
  public int length() {
    return end - start;
  }

  /** Whether there are no bytes. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Returns eight bytes or fewer as one word: the last is its highest, and 0 stands for none. */
  public long word() {
    int missing = Byte.SIZE * (Long.BYTES - length());
    if (start + Long.BYTES <= bytes.length && start < end) {
      return (long) WORDS.get(bytes, start) << missing;
    }
    long word = 0;
    for (int at = start; at < end; at++) {
      word = (word >>> Byte.SIZE) | ((long) bytes[at] << (Long.SIZE - Byte.SIZE));
    }
    return word;
  }

  /** Returns the last eight bytes of at least as many as one word: the last is its highest. */
  public long lastWord() {
    return (long) WORDS.get(bytes, end - Long.BYTES);
  }

  /** Returns the bytes as text: UTF-8 where they are valid, else Windows-1252. */
  public String text() {
    return text(bytes, start, end);
  }

  /** Returns bytes as text: UTF-8 where they are valid, else Windows-1252. */
  static String text(byte[] bytes, int start, int end) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, start, end - start);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException otherEncoding) {
      return new String(bytes, start, end - start, WINDOWS_1252);
    }
  }
}
