package io.matinee.model.scoring;

/**
 * What a scorer was trained for: all that fold-in must know to continue the training for one user.
 *
 * @param loss the name of the loss, for readers ({@code "squared"}, {@code "implicit"}, ...)
 * @param link how a score becomes a rating
 * @param foldIn how a new user is fitted
 * @param regularisation the weight of the squared length of the user's vector and bias in the sum
 *     of the user's losses (for {@link FoldIn#SIGMOID_NEWTON} of ratings scaled to [0, 1]), at
 *     least 0
 * @param confidence alpha of implicit feedback: the confidence of an observed cell, where that of
 *     an unobserved one is 1; 0 when there is none
 * @param damping how many ratings of residual 0 a user's damped bias starts with, at least 0
 * @param lowestPositive implicit feedback: ratings below are no feedback; 0 takes every rating
 */
public record Objective(
    String loss,
    Link link,
    FoldIn foldIn,
    double regularisation,
    double confidence,
    double damping,
    double lowestPositive) {

  /** An objective that takes every rating as feedback. */
  public Objective(
      String loss,
      Link link,
      FoldIn foldIn,
      double regularisation,
      double confidence,
      double damping) {
    this(loss, link, foldIn, regularisation, confidence, damping, 0);
  }

  /** Refuses negative or missing numbers. */
  public Objective {
    requireNotNegative("regularisation", regularisation);
    requireNotNegative("confidence", confidence);
    requireNotNegative("damping", damping);
    requireNotNegative("lowestPositive", lowestPositive);
  }

  /** Whether scores stand for ratings; otherwise they only rank. */
  public boolean predictsRatings() {
    return switch (foldIn) {
      case NONE, IMPLICIT -> false;
      case BIAS, RIDGE, SIGMOID_NEWTON -> true;
    };
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, found " + value);
    }
  }
}
