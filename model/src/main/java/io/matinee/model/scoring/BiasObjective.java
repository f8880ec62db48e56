package io.matinee.model.scoring;

/** What biases alone are fitted to. */
public sealed interface BiasObjective extends Objective {

  @Override
  default ScorerKind kind() {
    return ScorerKind.BIASES;
  }

  /** The number of a movie's ratings: the same scores for everybody, whatever they rated. */
  record RatingCount() implements BiasObjective {
    @Override
    public boolean predictsRatings() {
      return false;
    }
  }

  /**
   * Damped means of residuals.
   *
   * @param userDamping how many ratings of residual 0 a user's bias starts with, at least 0
   */
  record DampedMeans(double userDamping) implements BiasObjective {
    /** Refuses a negative damping. */
    public DampedMeans {
      Objective.requireNotNegative("userDamping", userDamping);
    }

    @Override
    public boolean predictsRatings() {
      return true;
    }
  }
}
