package io.matinee.trainer.dataset.parquet;

import java.util.Arrays;

/** How Parquet encodes values, by the numbers of its format. */
final class Encoding {
  static final int PLAIN = 0;
  static final int RLE = 3;
  static final int DELTA = 5;
  static final int DICTIONARY = 8;

  private static final int BLOCK = 128;
  private static final int MINIBLOCKS = 4;
  private static final int MINIBLOCK = BLOCK / MINIBLOCKS;
  private static final int WIDEST_PACKED = 56;

  private final long[] deltas = new long[BLOCK];
  private final int[] widths = new int[MINIBLOCKS];

  /** Whole numbers by their differences (DELTA_BINARY_PACKED); at least one. */
  void delta(long[] values, int count, Bytes out) {
    out.putVarint(BLOCK);
    out.putVarint(MINIBLOCKS);
    out.putVarint(count);
    out.putZigzag(values[0]);
    for (int from = 1; from < count; from += BLOCK) {
      block(values, from, Math.min(BLOCK, count - from), out);
    }
  }

  private void block(long[] values, int from, int count, Bytes out) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      deltas[i] = values[from + i] - values[from + i - 1];
      least = Math.min(least, deltas[i]);
    }
    for (int i = 0; i < BLOCK; i++) {
      deltas[i] = i < count ? deltas[i] - least : 0;
    }
    out.putZigzag(least);
    for (int part = 0; part < MINIBLOCKS; part++) {
      widths[part] = width(part);
      out.put(widths[part]);
    }
    for (int part = 0; part < MINIBLOCKS && part * MINIBLOCK < count; part++) {
      out.pack(deltas, part * MINIBLOCK, MINIBLOCK, widths[part]);
    }
  }

  private int width(int part) {
    long all = 0;
    for (int i = part * MINIBLOCK; i < (part + 1) * MINIBLOCK; i++) {
      all |= deltas[i];
    }
    int width = Long.SIZE - Long.numberOfLeadingZeros(all);
    return width > WIDEST_PACKED ? Long.SIZE : width;
  }

  /** Places in a dictionary of {@code size} values, as one run. */
  static void places(long[] places, int count, int size, Bytes out) {
    int width = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(size - 1L));
    out.put(width);
    packedRun(places, count, width, out);
  }

  /** Which of an optional column's values are there: all or none in one run, else bit by bit. */
  static void levels(long[] there, int count, int present, Bytes out) {
    Bytes levels = new Bytes();
    if (present == count || present == 0) {
      levels.putVarint((long) count << 1);
      levels.put(present == 0 ? 0 : 1);
    } else {
      packedRun(there, count, 1, levels);
    }
    out.putInt(levels.size());
    out.put(levels);
  }

  private static void packedRun(long[] values, int count, int width, Bytes out) {
    int groups = (count + 7) / 8;
    out.putVarint((long) groups << 1 | 1);
    Arrays.fill(values, count, 8 * groups, 0);
    out.pack(values, 0, 8 * groups, width);
  }
}
