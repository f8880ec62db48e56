package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;

/** Arrays of floats: what they hold, and whether they fit. */
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

  /** Makes sure that there is a place for the score of each movie. */
  static void requirePlaces(float[] scores, int movieCount) {
    if (scores.length != movieCount) {
      throw new IllegalArgumentException(
          "%d places for the scores of %d movies".formatted(scores.length, movieCount));
    }
  }

  /** Returns an element of an array that may be empty, which stands for zeros. */
  static float atOrZero(MemorySegment numbers, int index) {
    return numbers.byteSize() == 0 ? 0 : numbers.getAtIndex(LittleEndian.FLOAT, index);
  }
}
