package io.matinee.model.scoring;

/** The damped mean of the residuals: sum of (r - mean - bias(m)) / (damping + n); no vector. */
final class BiasFit implements UserFit {
  private final MovieSide side;
  private final double damping;

  BiasFit(MovieSide side, double damping) {
    this.side = side;
    this.damping = damping;
  }

  @Override
  public UserState fit(int[] movies, float[] ratings) {
    double sum = 0;
    for (int index = 0; index < movies.length; index++) {
      sum += ratings[index] - side.biases()[movies[index]];
    }
    double bias = movies.length == 0 ? 0 : sum / (damping + movies.length);
    return new UserState(new float[side.dimension()], (float) bias);
  }
}
