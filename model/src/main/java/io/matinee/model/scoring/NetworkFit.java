package io.matinee.model.scoring;

import java.util.Arrays;

/**
 * The vector of a user in front of a network that is held fixed: the minimum over x of the sum over
 * the n ratings of (r - rating(x, m))^2, plus l |x - nobody|^2, with l of {@link NetworkObjective}.
 */
final class NetworkFit implements GaussNewton.Problem {
  private final NetworkWeights weights;
  private final double[] nobody;
  private final double[] penalties;
  private final RatedMovies rated;
  private final NetworkSlopes slopes;

  private NetworkFit(NetworkWeights weights, FirstLayer first, RatedMovies rated) {
    this.weights = weights;
    this.rated = rated;
    this.nobody = new double[weights.userDimension()];
    for (int index = 0; index < nobody.length; index++) {
      nobody[index] = weights.nobody()[index];
    }
    this.penalties = new double[nobody.length];
    Arrays.fill(penalties, weights.objective().regularisation());
    this.slopes = new NetworkSlopes(weights, first);
  }

  /** Returns the vector of a user of some ratings, at least one. */
  static UserVector of(NetworkWeights weights, FirstLayer first, RatedMovies rated) {
    NetworkFit problem = new NetworkFit(weights, first, rated);
    double[] solution = GaussNewton.minimise(problem, problem.nobody.clone());
    return NormalEquations.state(solution, solution.length);
  }

  @Override
  public double loss(double[] solution) {
    slopes.enter(solution);
    double sum = 0;
    for (int index = 0; index < rated.count(); index++) {
      double error = rated.ratings()[index] - rating(slopes.score(rated.movies()[index]));
      sum += error * error;
    }
    double[] distance = distance(solution);
    for (int index = 0; index < distance.length; index++) {
      sum += penalties[index] * distance[index] * distance[index];
    }
    return sum;
  }

  @Override
  public double[] direction(double[] solution) {
    slopes.enter(solution);
    NormalEquations equations = new NormalEquations(solution.length);
    equations.addPenalties(penalties, distance(solution));
    for (int index = 0; index < rated.count(); index++) {
      double score = slopes.score(rated.movies()[index]);
      double slope = weights.objective().link().slope(score, weights.scale());
      double error = rated.ratings()[index] - rating(score);
      equations.add(slopes.byUser(), slope * slope, slope * error);
    }
    return equations.solve();
  }

  private double rating(double score) {
    return weights.objective().link().rating(score, weights.scale());
  }

  private double[] distance(double[] solution) {
    double[] distance = solution.clone();
    for (int index = 0; index < distance.length; index++) {
      distance[index] -= nobody[index];
    }
    return distance;
  }
}
