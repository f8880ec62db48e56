package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.parquet.IdTexts;
import io.matinee.trainer.dataset.text.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers ids in the order in which they come, from 0, on primitive arrays that double. Ids differ
 * where their bytes do: {@code 007} and {@code 7} are two. Not thread-safe, but what {@link #texts}
 * returned stays as it was.
 */
final class IdNumbers {
  /** What {@link #find} returns for an id that has no number. */
  static final int ABSENT = -1;

  /** The most ids, and the most bytes that all of them take. */
  static final int MOST_IDS = 1 << 24;

  static final int MOST_BYTES = 1 << 28;

  /** The code of the value 0; those of others lie below it. */
  private static final int FIRST_VALUE = -2;

  private static final int FREE = 0;
  private static final int SMALLEST = 1 << 10;
  private static final int MOST_DIGITS = 18;

  private final IdHash hash = IdHash.secret();
  private final IdMemory memory;
  private final SmallIds small;
  private int[] slots = new int[2 * SMALLEST];
  private int[] starts = new int[SMALLEST + 1];
  private byte[] bytes = new byte[SMALLEST];
  private int size;
  private int latest = ABSENT;
  private boolean wholeNumbers = true;

  /** No ids so far, of which {@code memory} says how many there can be. */
  IdNumbers(IdMemory memory) {
    this.memory = memory;
    memory.hold(held());
    small = new SmallIds(memory);
  }

  /**
   * Returns what stands for an id until {@link #number}: its number, {@link #ABSENT}, or of a small
   * whole number its value. To look for many of these in a row takes a fraction of the time in
   * which they are found one by one, between other work, as each waits for memory.
   */
  int code(Slice id) {
    int value = SmallIds.value(id);
    return value < 0 ? find(id) : FIRST_VALUE - value;
  }

  /** Returns the number that a code stands for, or {@link #ABSENT} when there is no room for it. */
  int number(int code) {
    if (code >= 0) {
      return code;
    }
    int value = FIRST_VALUE - code;
    int known = small.find(value);
    return known == ABSENT ? number(Integer.toString(value)) : known;
  }

  private int number(String id) {
    Slice slice = new Slice();
    slice.set(id);
    int found = find(slice);
    return found == ABSENT && hasRoom(slice) ? add(slice) : found;
  }

  /** Returns an id's number, or {@link #ABSENT}. */
  int find(Slice id) {
    int known = small.find(SmallIds.value(id));
    if (known != ABSENT) {
      return known;
    }
    if (latest != ABSENT && isText(latest, id)) {
      return latest; // rows of a user or a movie often lie together
    }
    int found = slots[slotOf(id)] - 1;
    latest = found == ABSENT ? latest : found;
    return found;
  }

  /** Returns an id's number, or {@link #ABSENT}. */
  int find(String id) {
    Slice slice = new Slice();
    slice.set(id);
    return find(slice);
  }

  /** Numbers an id that has no number; there must be {@link #hasRoom}. */
  int add(Slice id) {
    long before = held();
    if (areSlotsFull()) {
      grow();
    }
    if (areStartsFull()) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    int start = starts[size];
    if (areBytesFull(id)) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    memory.hold(held() - before);
    System.arraycopy(id.bytes(), id.start(), bytes, start, id.length());
    slots[slotOf(id)] = size + 1;
    starts[size + 1] = start + id.length();
    wholeNumbers = wholeNumbers && isWholeNumber(id);
    latest = size;
    small.add(id, size);
    return size++;
  }

  /** Whether an id can be added: the arrays that grow by it are there twice for a while. */
  boolean hasRoom(Slice id) {
    long grown =
        (areSlotsFull() ? 2L * Integer.BYTES * slots.length : 0)
            + (areStartsFull() ? 2L * Integer.BYTES * starts.length : 0)
            + (areBytesFull(id) ? 2L * bytes.length : 0);
    return size < MOST_IDS && starts[size] <= MOST_BYTES && memory.has(grown);
  }

  /** Returns how many ids there are. */
  int size() {
    return size;
  }

  /** Whether all ids are written as whole numbers of at most 18 digits are printed. */
  boolean areWholeNumbers() {
    return wholeNumbers;
  }

  /** Returns the ids that have come so far, to be read by another thread too. */
  IdTexts texts() {
    return new IdTexts(bytes, starts);
  }

  /** Returns the id with a number. */
  String text(int number) {
    return new String(
        bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
  }

  private boolean areSlotsFull() {
    return 2 * (size + 1) > slots.length;
  }

  private boolean areStartsFull() {
    return size + 2 > starts.length;
  }

  private boolean areBytesFull(Slice id) {
    return bytes.length - starts[size] < id.length();
  }

  /** How many bytes the arrays take. */
  private long held() {
    return (long) Integer.BYTES * (slots.length + starts.length) + bytes.length;
  }

  private int slotOf(Slice id) {
    int slot = hash.of(id.bytes(), id.start(), id.end()) & (slots.length - 1);
    while (slots[slot] != FREE && !isText(slots[slot] - 1, id)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isText(int number, Slice id) {
    return Arrays.equals(
        bytes, starts[number], starts[number + 1], id.bytes(), id.start(), id.end());
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = hash.of(bytes, starts[number], starts[number + 1]) & (slots.length - 1);
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  private static boolean isWholeNumber(Slice id) {
    byte[] bytes = id.bytes();
    boolean padded = id.length() > 1 && bytes[id.start()] == '0';
    if (padded || id.length() > MOST_DIGITS) {
      return false;
    }
    for (int at = id.start(); at < id.end(); at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return true;
  }
}
