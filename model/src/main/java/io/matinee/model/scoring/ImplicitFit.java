package io.matinee.model.scoring;

import io.matinee.model.linear.Vectors;

/**
 * The exact user step of implicit alternating least squares (Hu, Koren and Volinsky, ICDM 2008): x
 * = (Y'Y + Y'(C - I)Y + weight I)^-1 Y'C p, with confidence alpha for the liked movies and 1 for
 * all others, and the weight of {@link FactorObjective.Implicit#weight}. Y'Y is summed once.
 */
final class ImplicitFit implements UserFit {
  private final MovieSide side;
  private final FactorObjective.Implicit objective;

  /** How many movies anyone liked: the others have vectors of 0. */
  private final int liked;

  /** Of the matrix Y'Y. */
  private final NormalEquations gram;

  ImplicitFit(MovieSide side, FactorObjective.Implicit objective) {
    this.side = side;
    this.objective = objective;
    NormalEquations equations = new NormalEquations(side.dimension());
    double[] input = new double[side.dimension()];
    int known = 0;
    for (int movie = 0; movie < side.count(); movie++) {
      side.read(movie, input);
      if (!Vectors.isZero(input)) {
        equations.add(input, 1, 0);
        known++;
      }
    }
    this.liked = known;
    this.gram = equations;
  }

  @Override
  public UserVector fit(int[] movies, float[] ratings) {
    NormalEquations equations = gram.withSameMatrix();
    equations.addDiagonal(objective.weight(movies.length, liked));
    double[] input = new double[side.dimension()];
    for (int movie : movies) {
      side.read(movie, input);
      equations.add(input, objective.confidence() - 1, objective.confidence());
    }
    return NormalEquations.state(equations.solve(), side.dimension());
  }
}
