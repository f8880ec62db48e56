package io.matinee.trainer.algorithm.tensorflow;

/**
 * How far numbers are from 0.
 *
 * @param meanSquare the mean of their squares; 0 of none
 */
record Spread(double meanSquare) {

  /** What stands for a spread of nothing: numbers that are hardly let away from 0. */
  private static final double LEAST = 1e-6;

  static Spread of(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return new Spread(numbers.length == 0 ? 0 : sum / numbers.length);
  }

  /** Returns what a square weighs beside squared errors of some mean. */
  double weight(double squaredError) {
    double weight = squaredError / Math.max(LEAST, meanSquare);
    return Double.isFinite(weight) ? weight : 0;
  }
}
