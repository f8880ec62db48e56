package io.matinee.model.metric.rating;

/** Predictions beside the ratings that they are of. */
final class Pairs {
  private Pairs() {}

  static void requireSameLength(float[] predictions, float[] ratings) {
    if (predictions.length != ratings.length) {
      throw new IllegalArgumentException(
          "%d predictions of %d ratings".formatted(predictions.length, ratings.length));
    }
  }
}
