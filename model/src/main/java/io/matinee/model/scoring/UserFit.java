package io.matinee.model.scoring;

/** Finds the state of a user from ratings, movies held fixed. Thread-safe. */
interface UserFit {

  /**
   * Fits one user.
   *
   * @param movies [n] indices of rated movies
   * @param ratings [n] their ratings
   */
  UserVector fit(int[] movies, float[] ratings);

  /** Returns the fit that an objective asks for. */
  static UserFit of(MovieSide movies, FactorObjective objective) {
    return switch (objective) {
      case FactorObjective.Squared(double regularisation) -> new RidgeFit(movies, regularisation);
      case FactorObjective.SquaredSigmoid goal -> new SigmoidFit(movies, goal);
      case FactorObjective.Implicit likes -> new ImplicitFit(movies, likes);
    };
  }
}
