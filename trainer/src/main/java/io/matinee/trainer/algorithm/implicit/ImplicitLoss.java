package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.Vectors;
import io.matinee.trainer.algorithm.likes.Likes;

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

  /**
   * Returns the loss per like.
   *
   * @param users [users, d]
   * @param movies [movies, d]
   */
  static double afterUserStep(
      Likes byUser, double[][] users, double[][] movies, double regularisation, double confidence) {
    double loss = 0;
    for (double[] movie : movies) {
      loss += regularisation * Vectors.dot(movie, movie, 0);
    }
    for (int user = 0; user < byUser.rows(); user++) {
      for (int position = 0; position < byUser.count(user); position++) {
        double[] movie = movies[byUser.column(user, position)];
        loss += confidence * (1 - Vectors.dot(users[user], movie, 0));
      }
    }
    return loss / Math.max(1, byUser.count());
  }
}
