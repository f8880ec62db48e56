package io.matinee.trainer.algorithm.implicit;

/**
 * What alternating least squares makes smaller, per like:
 *
 * <pre>
 *   [sum over all u, i of c_ui (p_ui - x_u . y_i)^2 + l2 (|X|^2 + |Y|^2)] / likes
 * </pre>
 *
 * The sum over all cells is that over X'X times Y'Y, element by element, corrected at the likes.
 */
final class ImplicitLoss {

  private ImplicitLoss() {}

  static double of(
      Likes byUser,
      double[] users,
      double[] movies,
      int dimensions,
      double regularisation,
      double confidence) {
    double[] userGram = Gram.of(users, dimensions);
    double[] movieGram = Gram.of(movies, dimensions);
    double loss = 0;
    for (int row = 0; row < dimensions; row++) {
      int diagonal = row * dimensions + row;
      loss += userGram[diagonal] * movieGram[diagonal];
      loss += regularisation * (userGram[diagonal] + movieGram[diagonal]);
      for (int cell = diagonal + 1; cell < (row + 1) * dimensions; cell++) {
        loss += 2 * userGram[cell] * movieGram[cell];
      }
    }
    for (int user = 0; user < byUser.rows(); user++) {
      for (int position = 0; position < byUser.count(user); position++) {
        int movie = byUser.column(user, position);
        double score =
            Vectors.dot(users, user * dimensions, movies, movie * dimensions, dimensions);
        loss += confidence * (1 - score) * (1 - score) - score * score;
      }
    }
    return loss / Math.max(1, byUser.count());
  }
}
