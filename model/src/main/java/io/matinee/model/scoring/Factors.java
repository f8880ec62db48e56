package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import java.lang.foreign.MemorySegment;

/**
 * The arrays of a factor model wherever they lie: on the heap or mapped from a file. All are 32-bit
 * floats in little-endian order; the meaning and the lengths are those of {@link FactorModel}. The
 * owner of the memory must outlive every scorer of these factors.
 *
 * @param dimension d, at least 1
 * @param movieFactors [movies, d]
 * @param userFactors [users, d]
 * @param movieBias [movies] or empty
 * @param userBias [users] or empty
 * @param mean added to every score
 * @param scale the scale of the ratings
 * @param objective what the model was trained for
 */
public record Factors(
    int dimension,
    MemorySegment movieFactors,
    MemorySegment userFactors,
    MemorySegment movieBias,
    MemorySegment userBias,
    float mean,
    RatingScale scale,
    FactorObjective objective) {

  /** Returns the arrays of a model on the heap, not copied. */
  public static Factors of(FactorModel model) {
    return new Factors(
        model.dimension(),
        MemorySegment.ofArray(model.movieFactors()),
        MemorySegment.ofArray(model.userFactors()),
        MemorySegment.ofArray(model.movieBias()),
        MemorySegment.ofArray(model.userBias()),
        model.mean(),
        model.scale(),
        model.objective());
  }

  int movieCount() {
    return rows(movieFactors);
  }

  int userCount() {
    return rows(userFactors);
  }

  private int rows(MemorySegment factors) {
    return Math.toIntExact(factors.byteSize() / dimension / Float.BYTES);
  }
}
