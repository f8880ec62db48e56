package io.matinee.model.scoring;

/**
 * What a scorer was trained for: all that fold-in must know to continue the training for one user.
 */
public sealed interface Objective
    permits BiasObjective, FactorObjective, NeighbourObjective, NetworkObjective {

  /** Returns the kind of scorers that are trained for it. */
  ScorerKind kind();

  /** Returns whether scores stand for ratings; otherwise they only rank. */
  boolean predictsRatings();

  /** Refuses a number that is negative or not finite. */
  static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, found " + value);
    }
  }

  /** Refuses a number that is not finite. */
  static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, found " + value);
    }
  }
}
