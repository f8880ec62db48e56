package io.matinee.trainer.dataset.rating;

import java.util.Arrays;

/** A growing set of numbers on primitive arrays, quick to empty when it holds few. */
final class LongSet {
  private static final int SMALLEST = 1 << 10;
  private static final long EMPTY = 0;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] slots = new long[SMALLEST];
  private long[] members = new long[SMALLEST / 2];
  private int size;

  /** Adds a number other than 0; false when it is in already. */
  boolean add(long number) {
    int slot = slotOf(number);
    if (slots[slot] == number) {
      return false;
    }
    if (size == members.length) {
      grow();
      slot = slotOf(number);
    }
    slots[slot] = number;
    members[size++] = number;
    return true;
  }

  /** Takes all numbers out. */
  void clear() {
    if (size > slots.length / Long.BYTES) {
      Arrays.fill(slots, EMPTY);
    } else {
      for (int i = size - 1; i >= 0; i--) {
        slots[slotOf(members[i])] = EMPTY;
      }
    }
    size = 0;
  }

  private int slotOf(long number) {
    int slot = (int) ((number * SPREAD) >>> (Long.numberOfLeadingZeros(slots.length) + 1));
    while (slots[slot] != EMPTY && slots[slot] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = members;
    slots = new long[2 * slots.length];
    members = Arrays.copyOf(before, slots.length / 2);
    for (int i = 0; i < size; i++) {
      slots[slotOf(members[i])] = members[i];
    }
  }
}
