package io.matinee.bench.faults.call;

import java.util.random.RandomGenerator;

/** How a value stands to what its contract asks for. */
enum Boldness {
  /** As the contract asks. */
  FITTING,
  /** At a bound or one beyond. */
  BORDERLINE,
  /** As nobody would write it. */
  ODD;

  /**
   * Draws one.
   *
   * @param oddity the share of values that do not fit, 0 to 1
   */
  static Boldness draw(double oddity, RandomGenerator random) {
    if (random.nextDouble() >= oddity) {
      return FITTING;
    }
    return random.nextBoolean() ? BORDERLINE : ODD;
  }
}
