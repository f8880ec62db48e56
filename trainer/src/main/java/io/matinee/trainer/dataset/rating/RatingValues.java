package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.RatingScale;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts the ratings of a file by value, on the scale or off it, and finds the scale that would
 * hold all of them. Not thread-safe.
 */
final class RatingValues {
  /** With more different values than these, single ones are not kept. */
  private static final int KEPT = 4_096;

  private static final int SLOTS = 4 * KEPT;
  private static final int SPREAD = 0x9E3779B1;
  private static final float[][] RANGES = {
    {1, 5}, {0.5f, 5}, {0, 5}, {0, 1}, {1, 10}, {0, 10}, {-1, 1}, {-10, 10}, {1, 100}, {0, 100}
  };

  /** How far from 0 a request can set the ends of a scale. */
  private static final float FARTHEST = 1_000_000;

  private static final double TOLERANCE = 1e-4;
  private static final float[] STEPS = {1, 0.5f, 0.25f, 0.1f};

  private final RatingScale scale;
  private final int[] values = new int[SLOTS];
  private final long[] counts = new long[SLOTS];
  private final boolean[] on = new boolean[SLOTS];
  private int kept;
  private long total;
  private long off;
  private float least = Float.POSITIVE_INFINITY;
  private float greatest = Float.NEGATIVE_INFINITY;

  RatingValues(RatingScale scale) {
    this.scale = scale;
  }

  /** Counts a rating; whether it is on the scale. */
  boolean take(float rating) {
    int bits = Float.floatToRawIntBits(rating);
    int slot = bits * SPREAD >>> Integer.numberOfLeadingZeros(SLOTS - 1);
    while (counts[slot] > 0 && values[slot] != bits) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    total++;
    if (counts[slot] == 0) {
      return takeNew(rating, slot);
    }
    counts[slot]++;
    off += on[slot] ? 0 : 1;
    return on[slot];
  }

  private boolean takeNew(float rating, int slot) {
    boolean fits = scale.contains(rating);
    least = Math.min(least, rating);
    greatest = Math.max(greatest, rating);
    off += fits ? 0 : 1;
    if (kept <= KEPT) {
      kept++;
      counts[slot] = 1;
      values[slot] = Float.floatToRawIntBits(rating);
      on[slot] = fits;
    }
    return fits;
  }

  /** Returns how many ratings there were. */
  long total() {
    return total;
  }

  /** Returns how many of them were off the scale. */
  long off() {
    return off;
  }

  /** Returns the greatest rating, on the scale or off it. */
  float greatest() {
    return greatest;
  }

  /**
   * Returns the narrowest usual scale that holds all ratings, or a continuous one that does; empty
   * where they are farther from 0 than a scale can be.
   */
  Optional<RatingScale> holdingAll() {
    if (total == 0 || least < -FARTHEST || greatest > FARTHEST) {
      return Optional.empty();
    }
    float[] range =
        Arrays.stream(RANGES)
            .filter(ends -> ends[0] <= least && greatest <= ends[1])
            .findFirst()
            .orElseGet(this::around);
    return Optional.of(
        IntStream.range(0, STEPS.length)
            .mapToObj(step -> STEPS[step])
            .filter(step -> divides(step, range[1] - range[0]))
            .map(step -> new RatingScale(range[0], range[1], step))
            .filter(this::holds)
            .findFirst()
            .orElseGet(() -> new RatingScale(range[0], range[1], 0)));
  }

  private float[] around() {
    float from = (float) Math.floor(least);
    float to = (float) Math.ceil(greatest);
    if (from < to) {
      return new float[] {from, to};
    }
    return to < FARTHEST ? new float[] {from, to + 1} : new float[] {from - 1, to};
  }

  private static boolean divides(float step, float range) {
    double steps = (double) range / step;
    return Math.abs(steps - Math.rint(steps)) < TOLERANCE;
  }

  private boolean holds(RatingScale wider) {
    return kept <= KEPT
        && IntStream.range(0, SLOTS)
            .filter(slot -> counts[slot] > 0)
            .allMatch(slot -> wider.contains(Float.intBitsToFloat(values[slot])));
  }
}
