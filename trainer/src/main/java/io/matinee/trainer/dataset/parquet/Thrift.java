package io.matinee.trainer.dataset.parquet;

import java.nio.charset.StandardCharsets;

/**
 * Writes structures in Thrift's compact protocol, in which Parquet keeps what it says of its data.
 * Fields are written in the order of their numbers. Not thread-safe.
 *
 * @see <a
 *     href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the
 *     protocol</a>
 */
final class Thrift {
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCTURE = 12;
  private static final int DEPTH = 8;
  private static final int SHORT_LIST = 15;

  private final Bytes out;
  private final int[] last = new int[DEPTH];
  private int depth;

  Thrift(Bytes out) {
    this.out = out;
  }

  void field(int id, int value) {
    header(id, INT);
    out.putZigzag(value);
  }

  void field(int id, long value) {
    header(id, LONG);
    out.putZigzag(value);
  }

  void field(int id, String text) {
    header(id, BINARY);
    item(text);
  }

  void field(int id, byte[] bytes) {
    header(id, BINARY);
    item(bytes);
  }

  /** Begins a structure in a field; {@link #end} ends it. */
  void begin(int id) {
    header(id, STRUCTURE);
    begin();
  }

  /** Begins a structure that is an item of a list. */
  void begin() {
    last[++depth] = 0;
  }

  void end() {
    depth--;
    out.put(0);
  }

  void structures(int id, int count) {
    list(id, count, STRUCTURE);
  }

  void ints(int id, int... values) {
    list(id, values.length, INT);
    for (int value : values) {
      out.putZigzag(value);
    }
  }

  void texts(int id, String text) {
    list(id, 1, BINARY);
    item(text);
  }

  /** Ends the outermost structure. */
  void finish() {
    out.put(0);
    last[0] = 0;
  }

  private void item(String text) {
    item(text.getBytes(StandardCharsets.UTF_8));
  }

  private void item(byte[] bytes) {
    out.putVarint(bytes.length);
    out.put(bytes, 0, bytes.length);
  }

  private void list(int id, int count, int type) {
    header(id, LIST);
    if (count < SHORT_LIST) {
      out.put(count << 4 | type);
    } else {
      out.put(SHORT_LIST << 4 | type);
      out.putVarint(count);
    }
  }

  private void header(int id, int type) {
    out.put((id - last[depth]) << 4 | type);
    last[depth] = id;
  }
}
