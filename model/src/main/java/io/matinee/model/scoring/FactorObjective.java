package io.matinee.model.scoring;

/** What vectors are fitted to. */
public sealed interface FactorObjective extends Objective {

  @Override
  default ScorerKind kind() {
    return ScorerKind.FACTORS;
  }

  /**
   * The squared error of ratings; folded in by ridge regression of the residuals.
   *
   * @param regularisation the weight of the squared length of the user's vector and bias in the sum
   *     of the user's losses, at least 0
   */
  record Squared(double regularisation) implements FactorObjective {
    /** Refuses a negative weight. */
    public Squared {
      Objective.requireNotNegative("regularisation", regularisation);
    }

    @Override
    public boolean predictsRatings() {
      return true;
    }
  }

  /**
   * The squared error of ratings scaled to [0, 1], predicted through the logistic function; folded
   * in by at most five Gauss-Newton steps.
   *
   * @param regularisation the weight of the squared length of the user's vector in the loss of each
   *     of the user's ratings, at least 0
   * @param priorRatings how many more ratings the vector is weighed as if the user had given, at
   *     least 0
   * @param biasRegularisation the weight of the squared bias of the user in the sum of the user's
   *     losses, at least 0
   */
  record SquaredSigmoid(double regularisation, double priorRatings, double biasRegularisation)
      implements FactorObjective {
    /** Refuses negative weights. */
    public SquaredSigmoid {
      Objective.requireNotNegative("regularisation", regularisation);
      Objective.requireNotNegative("priorRatings", priorRatings);
      Objective.requireNotNegative("biasRegularisation", biasRegularisation);
    }

    @Override
    public boolean predictsRatings() {
      return true;
    }
  }

  /**
   * Implicit feedback: likes against all cells without one; folded in by the exact user step.
   *
   * @param regularisation the weight of the squared length of a vector, for each unit of the
   *     confidence of all its cells, at least 0
   * @param exponent how that weight grows with this confidence: 0 not at all, 1 in proportion
   * @param confidence alpha, the confidence of a like, where that of any other cell is 1
   * @param likedFrom the least rating that is a like, finite
   */
  record Implicit(double regularisation, double exponent, double confidence, double likedFrom)
      implements FactorObjective {
    /** Refuses negative weights, and a rating that is not finite. */
    public Implicit {
      Objective.requireNotNegative("regularisation", regularisation);
      Objective.requireNotNegative("exponent", exponent);
      Objective.requireNotNegative("confidence", confidence);
      Objective.requireFinite("likedFrom", likedFrom);
    }

    /**
     * Returns the weight of the squared length of a row's vector (Rendle, Krichene, Zhang and
     * Koren, RecSys 2022): regularisation * (the confidence of all its cells)^exponent.
     *
     * @param likes how many columns the row likes
     * @param columns how many columns any row likes
     */
    public double weight(int likes, int columns) {
      return regularisation * StrictMath.pow(columns + (confidence - 1) * likes, exponent);
    }

    @Override
    public boolean predictsRatings() {
      return false;
    }
  }
}
