package io.matinee.model.scoring;

/**
 * Ridge regression of the residuals on the movies' vectors: the minimum over x and b of sum of (r -
 * mean - bias(m) - b - x . vector(m))^2 + regularisation (|x|^2 + b^2).
 */
final class RidgeFit implements UserFit {
  private final MovieSide side;
  private final double regularisation;

  RidgeFit(MovieSide side, double regularisation) {
    this.side = side;
    this.regularisation = regularisation;
  }

  @Override
  public UserVector fit(int[] movies, float[] ratings) {
    int size = side.dimension() + 1;
    NormalEquations equations = new NormalEquations(size);
    equations.addDiagonal(regularisation);
    double[] input = new double[size];
    for (int index = 0; index < movies.length; index++) {
      side.readWithOne(movies[index], input);
      equations.add(input, 1, (double) ratings[index] - side.biases()[movies[index]]);
    }
    return NormalEquations.state(equations.solve(), side.dimension());
  }
}
