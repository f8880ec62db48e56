package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import java.lang.foreign.MemorySegment;

/**
 * The arrays of a model of biases wherever they lie: on the heap or mapped from a file. All are
 * 32-bit floats in little-endian order; the meaning and the lengths are those of {@link BiasModel}.
 * The owner of the memory must outlive every scorer of them.
 *
 * @param movieBias [movies]
 * @param userBias [users] or empty
 * @param mean added to every score
 * @param scale the scale of the ratings
 * @param objective what the model was fitted to
 */
public record Biases(
    MemorySegment movieBias,
    MemorySegment userBias,
    float mean,
    RatingScale scale,
    BiasObjective objective) {

  /** Returns the arrays of a model on the heap, not copied. */
  public static Biases of(BiasModel model) {
    return new Biases(
        MemorySegment.ofArray(model.movieBias()),
        MemorySegment.ofArray(model.userBias()),
        model.mean(),
        model.scale(),
        model.objective());
  }

  int movieCount() {
    return Math.toIntExact(movieBias.byteSize() / Float.BYTES);
  }

  int userCount() {
    return Math.toIntExact(userBias.byteSize() / Float.BYTES);
  }
}
