package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;
import java.util.Arrays;

/**
 * The numbers of ids that are small whole numbers, by their value: most data sets have no others,
 * and these need no hash. It knows those of them for which there was memory. Not thread-safe.
 */
final class SmallIds {
  private static final int SMALLEST = 1 << 10;

  /** Ids of up to seven digits. */
  private static final int BOUND = 1 << 22;

  private final IdMemory memory;

  /** One more than the number of each id; 0 for none. */
  private int[] numbers = new int[SMALLEST];

  /** No ids so far. */
  SmallIds(IdMemory memory) {
    this.memory = memory;
    memory.hold(held(numbers.length));
  }

  /**
   * Returns the number of the id with a value, or {@link IdNumbers#ABSENT} where it is not known
   * here.
   */
  int find(int value) {
    return value >= 0 && value < numbers.length ? numbers[value] - 1 : IdNumbers.ABSENT;
  }

  /** Takes note of an id's number if it is a small whole number. */
  void add(Slice id, int number) {
    int value = value(id);
    if (value >= 0 && (value < numbers.length || grow(value))) {
      numbers[value] = number + 1;
    }
  }

  private boolean grow(int value) {
    int length = Integer.highestOneBit(value) << 1;
    if (!memory.has(held(length))) {
      return false;
    }
    memory.hold(held(length) - held(numbers.length));
    numbers = Arrays.copyOf(numbers, length);
    return true;
  }

  private static long held(int length) {
    return (long) Integer.BYTES * length;
  }

  /**
   * Returns the value of an id that is a small whole number, or -1: with zeros in front none is.
   */
  static int value(Slice id) {
    boolean padded = id.length() > 1 && id.bytes()[id.start()] == '0';
    int value = padded ? Digits.NONE : Digits.value(id);
    return value < BOUND ? value : Digits.NONE;
  }
}
