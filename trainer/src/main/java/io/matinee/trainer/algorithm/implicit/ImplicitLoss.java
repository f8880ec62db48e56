package io.matinee.trainer.algorithm.implicit;

/**
 * What alternating least squares makes smaller, per like:
 *
 * <pre>
 *   [sum over all u, i of c_ui (p_ui - x_u . y_i)^2 + l2 (|X|^2 + |Y|^2)] / likes
 * </pre>
 *
 * Right after the users' exact step, where x_u solves (Y'C_u Y + l2 I) x_u = Y'C_u p_u, a user's
 * part of it is p_u'C_u p_u - x_u'Y'C_u p_u, so that it takes the likes alone:
 *
 * <pre>
 *   [c sum over the likes of (1 - x_u . y_i) + l2 |Y|^2] / likes
 * </pre>
 */
final class ImplicitLoss {

  private ImplicitLoss() {}

  static double afterUserStep(
      Likes byUser,
      double[] users,
      double[] movies,
      int dimensions,
      double regularisation,
      double confidence) {
    double loss = regularisation * Vectors.dot(movies, 0, movies, 0, movies.length);
    for (int user = 0; user < byUser.rows(); user++) {
      for (int position = 0; position < byUser.count(user); position++) {
        int movie = byUser.column(user, position);
        double score =
            Vectors.dot(users, user * dimensions, movies, movie * dimensions, dimensions);
        loss += confidence * (1 - score);
      }
    }
    return loss / Math.max(1, byUser.count());
  }
}
