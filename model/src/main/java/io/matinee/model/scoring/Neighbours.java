package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;

/**
 * The arrays of a model of item neighbours wherever they lie: on the heap or mapped from a file, in
 * little-endian order; the meaning and the lengths are those of {@link NeighbourModel}. The owner
 * of the memory must outlive every scorer of them.
 *
 * @param starts [movies + 1] i64
 * @param neighbours [n] i32
 * @param weights [n] f32
 * @param objective what the model was trained for
 */
public record Neighbours(
    MemorySegment starts,
    MemorySegment neighbours,
    MemorySegment weights,
    NeighbourObjective objective) {

  /** Returns the arrays of a model on the heap, not copied. */
  public static Neighbours of(NeighbourModel model) {
    return new Neighbours(
        MemorySegment.ofArray(model.starts()),
        MemorySegment.ofArray(model.neighbours()),
        MemorySegment.ofArray(model.weights()),
        model.objective());
  }

  int movieCount() {
    return Math.toIntExact(starts.byteSize() / Long.BYTES) - 1;
  }

  long count() {
    return weights.byteSize() / Float.BYTES;
  }

  /** Returns the position of the first weight out of a movie. */
  long start(int movie) {
    return starts.getAtIndex(LittleEndian.LONG, movie);
  }

  /** Returns whether there is a weight out of a movie. */
  boolean leadsSomewhere(int movie) {
    return start(movie + 1) > start(movie);
  }

  /** Returns the movie that a weight goes into. */
  int neighbour(long position) {
    return neighbours.getAtIndex(LittleEndian.INT, position);
  }

  float weight(long position) {
    return weights.getAtIndex(LittleEndian.FLOAT, position);
  }

  /** Returns the weight from one movie into another, 0 if there is none. */
  float weight(int from, int into) {
    long low = start(from);
    long high = start(from + 1) - 1;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      int found = neighbour(middle);
      if (found == into) {
        return weight(middle);
      }
      if (found < into) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }
}
