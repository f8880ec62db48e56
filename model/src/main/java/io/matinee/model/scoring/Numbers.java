package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;

/** Questions about arrays of floats. */
final class Numbers {
  private Numbers() {}

  /** Returns whether none is infinite or no number. */
  static boolean areFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  /** Returns an element of an array that may be empty, which stands for zeros. */
  static float atOrZero(MemorySegment numbers, int index) {
    return numbers.byteSize() == 0 ? 0 : numbers.getAtIndex(LittleEndian.FLOAT, index);
  }
}
