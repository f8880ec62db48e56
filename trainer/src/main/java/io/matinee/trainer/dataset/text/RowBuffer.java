package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * A window over a stream of bytes that is moved on while rows are read: ahead of the position there
 * is always the longest row that is looked at, or the rest of the file. Behind the last byte stands
 * a line end, so that a search for one needs no bound, and behind that there is room for a search
 * by words of eight bytes. Not thread-safe.
 */
final class RowBuffer implements AutoCloseable {
  private static final int BYTES = 1 << 20;
  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final InputStream in;
  private final byte[] bytes = new byte[BYTES + Long.BYTES];
  private byte lineEnd = '\n';
  private int position;
  private int limit;
  private long dropped;
  private boolean ended;

  RowBuffer(InputStream in) throws IOException {
    this.in = in;
    fill();
    if (limit >= BYTE_ORDER_MARK_BYTES
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      position = BYTE_ORDER_MARK_BYTES;
    }
    lineEnd = findLineEnd();
    bytes[limit] = lineEnd;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What ends a line: a line feed, or a carriage return where the first line ends in one alone. */
  byte lineEnd() {
    return lineEnd;
  }

  int position() {
    return position;
  }

  /** The position behind the last byte that was read. */
  int limit() {
    return limit;
  }

  /** How many bytes of the stream lie before the position. */
  long offset() {
    return dropped + position;
  }

  void moveTo(int next) {
    position = next;
  }

  /** Whether this many bytes lie ahead, or all that are left; false at the end of the stream. */
  boolean ensure(int ahead) throws IOException {
    if (limit - position < ahead && !ended) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      dropped += position;
      limit -= position;
      position = 0;
      fill();
    }
    return position < limit;
  }

  /** Whether there is nothing in the stream behind the limit. */
  boolean ended() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    int room = BYTES - limit;
    int read = in.readNBytes(bytes, limit, room);
    limit += read;
    ended = read < room;
    bytes[limit] = lineEnd;
  }

  private byte findLineEnd() {
    for (int at = position; at < limit && bytes[at] != '\n'; at++) {
      if (bytes[at] == '\r') {
        return (byte) (at + 1 < limit && bytes[at + 1] == '\n' ? '\n' : '\r');
      }
    }
    return '\n';
  }
}
