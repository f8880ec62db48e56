package io.matinee.model.scoring;

/** Finds the state of a user from ratings, movies held fixed. Thread-safe. */
interface UserFit {

  /**
   * Fits one user.
   *
   * @param movies [n] indices of rated movies
   * @param ratings [n] their ratings
   */
  UserState fit(int[] movies, float[] ratings);

  /** The fit that an objective asks for. */
  static UserFit of(MovieSide movies, Objective objective) {
    return switch (objective.foldIn()) {
      case NONE -> (rated, ratings) -> new UserState(new float[movies.dimension()], 0);
      case BIAS -> new BiasFit(movies, objective.damping());
      case RIDGE -> new RidgeFit(movies, objective.regularisation());
      case SIGMOID_NEWTON -> new SigmoidFit(movies, objective.regularisation());
      case IMPLICIT -> new ImplicitFit(movies, objective);
    };
  }
}
