package io.matinee.model.scoring;

/**
 * The exact user step of implicit alternating least squares (Hu, Koren and Volinsky, ICDM 2008): x
 * = (Y'Y + Y'(C - I)Y + regularisation I)^-1 Y'C p, with confidence alpha for the liked movies and
 * 1 for all others. Y'Y is summed once.
 */
final class ImplicitFit implements UserFit {
  private final MovieSide side;
  private final double confidence;

  /** Of the matrix Y'Y + regularisation I. */
  private final NormalEquations gram;

  ImplicitFit(MovieSide side, FactorObjective.Implicit objective) {
    this.side = side;
    this.confidence = objective.confidence();
    NormalEquations equations = new NormalEquations(side.dimension());
    equations.addDiagonal(objective.regularisation());
    double[] input = new double[side.dimension()];
    for (int movie = 0; movie < side.count(); movie++) {
      side.read(movie, input);
      equations.add(input, 1, 0);
    }
    this.gram = equations;
  }

  @Override
  public UserVector fit(int[] movies, float[] ratings) {
    NormalEquations equations = gram.withSameMatrix();
    double[] input = new double[side.dimension()];
    for (int movie : movies) {
      side.read(movie, input);
      equations.add(input, confidence - 1, confidence);
    }
    return NormalEquations.state(equations.solve(), side.dimension());
  }
}
