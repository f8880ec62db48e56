package io.matinee.model.ratings;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Identifiers as bytes wherever they lie, found by binary search without making a string of any.
 * Integers are first looked for where they would be if they had no gaps, as ids mostly have none.
 */
final class MappedIds extends IdDictionary {
  private static final int AFTER_SURROGATES = 0xEE;
  private static final int SUPPLEMENTARY = 0xF0;

  private final MemorySegment starts;
  private final MemorySegment text;
  private final int size;
  private final boolean integers;

  private MappedIds(MemorySegment starts, MemorySegment text, int size, boolean integers) {
    this.starts = starts;
    this.text = text;
    this.size = size;
    this.integers = integers;
  }

  static MappedIds checked(MemorySegment starts, MemorySegment text) {
    int size = Math.toIntExact(starts.byteSize() / Long.BYTES - 1);
    MappedIds plain = new MappedIds(starts, text, size, false);
    require(
        size >= 0
            && plain.start(0) == 0
            && plain.start(size) == text.byteSize()
            && range(0, size).allMatch(index -> plain.start(index) <= plain.start(index + 1)),
        "whose starts do not span the text");
    boolean integers = range(0, size).allMatch(plain::isInteger);
    MappedIds ids = new MappedIds(starts, text, size, integers);
    require(range(1, size).allMatch(ids::followsThePrevious), "that are not in order");
    return ids;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String id(int index) {
    Objects.checkIndex(index, size);
    byte[] id =
        text.asSlice(start(index), start(index + 1) - start(index)).toArray(ValueLayout.JAVA_BYTE);
    return new String(id, StandardCharsets.UTF_8);
  }

  @Override
  public int indexOf(String id) {
    if (size == 0 || (integers && !WholeNumbers.is(id))) {
      return -1;
    }
    MemorySegment wanted = MemorySegment.ofArray(id.getBytes(StandardCharsets.UTF_8));
    int low = 0;
    int high = size - 1;
    int middle = integers ? guess(Long.parseLong(id)) : high >>> 1;
    while (low <= high) {
      int order = compare(middle, wanted, 0, wanted.byteSize());
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
      middle = (low + high) >>> 1;
    }
    return -1;
  }

  /** Where an integer lies if integers rise evenly from the first to the last. */
  private int guess(long wanted) {
    double first = value(0);
    double last = value(size - 1);
    double share = last > first ? (wanted - first) / (last - first) : 0;
    return (int) Math.rint(Math.clamp(share, 0, 1) * (size - 1));
  }

  /** The order of an identifier to another one. */
  private int compare(int index, MemorySegment other, long otherStart, long otherEnd) {
    if (integers) {
      int byValue = Long.compare(value(index), WholeNumbers.value(other, otherStart, otherEnd));
      if (byValue != 0) {
        return byValue;
      }
    }
    long start = start(index);
    long end = start(index + 1);
    long differs = MemorySegment.mismatch(text, start, end, other, otherStart, otherEnd);
    if (differs < 0) {
      return 0;
    }
    if (start + differs == end || otherStart + differs == otherEnd) {
      return Long.compare(end - start, otherEnd - otherStart);
    }
    return Integer.compare(rank(text, start + differs), rank(other, otherStart + differs));
  }

  /**
   * The place of a byte in the order of strings, which is that of UTF-16: what takes two surrogates
   * there, and begins with F0 to F4 here, comes before what begins with EE and EF.
   */
  private static int rank(MemorySegment text, long at) {
    int value = text.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    return value >= AFTER_SURROGATES && value < SUPPLEMENTARY ? value + 0x10 : value;
  }

  private boolean isInteger(int index) {
    return WholeNumbers.is(text, start(index), start(index + 1));
  }

  private boolean followsThePrevious(int index) {
    return compare(index - 1, text, start(index), start(index + 1)) < 0;
  }

  private long value(int index) {
    return WholeNumbers.value(text, start(index), start(index + 1));
  }

  private long start(int index) {
    return starts.getAtIndex(LittleEndian.LONG, index);
  }

  private static IntStream range(int from, int to) {
    return IntStream.range(from, Math.max(from, to)).parallel();
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("ids " + problem);
    }
  }
}
