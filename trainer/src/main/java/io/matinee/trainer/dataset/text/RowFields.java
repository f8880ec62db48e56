package io.matinee.trainer.dataset.text;

import java.util.Arrays;

/** Where the fields of one row stand, without the white space around them. Not thread-safe. */
final class RowFields {
  private static final int AT_FIRST = 16;

  private int[] starts = new int[AT_FIRST];
  private int[] ends = new int[AT_FIRST];
  private int count;
  private byte[] content;

  /** No fields yet, of some bytes. */
  RowFields(byte[] content) {
    this.content = content;
  }

  /** Forgets the fields; those of the next row stand in {@code bytes}. */
  void clear(byte[] bytes) {
    content = bytes;
    count = 0;
  }

  /** Adds the field from one position to before another. */
  void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    byte[] bytes = content;
    int start = from;
    int end = to;
    while (start < end && RowSyntax.isSpace(bytes[start])) {
      start++;
    }
    while (start < end && RowSyntax.isSpace(bytes[end - 1])) {
      end--;
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** Drops what stands behind a position; the first field stays, though perhaps empty. */
  void cutAt(int end) {
    while (count > 1 && starts[count - 1] > end) {
      count--;
    }
    ends[count - 1] = Math.min(ends[count - 1], end);
  }

  /** Returns how many there are. */
  int count() {
    return count;
  }

  /** Looks at a field by a slice, until the next row. */
  void look(int index, Slice slice) {
    slice.set(content, starts[index], ends[index]);
  }

  /** Returns a field as text. */
  String text(int index) {
    return Slice.text(content, starts[index], ends[index]);
  }
}
