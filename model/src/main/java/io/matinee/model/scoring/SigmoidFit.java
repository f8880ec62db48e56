package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/**
 * Vector and bias through the sigmoid: the minimum over x and b of sum of (y - s(z))^2 +
 * regularisation (|x|^2 + b^2), with y the rating scaled to [0, 1], z = mean + bias(m) + b + x .
 * vector(m) and s the logistic function.
 *
 * <p>At most five Gauss-Newton steps from x = 0, b = 0; a step that does not lower the loss is
 * halved until it does (Nocedal and Wright, Numerical Optimization, section 10.3).
 */
final class SigmoidFit implements UserFit {
  private static final int STEPS = 5;
  private static final int HALVINGS = 8;
  private static final double CONVERGED = 1e-7;

  private final MovieSide side;
  private final double regularisation;

  SigmoidFit(MovieSide side, double regularisation) {
    this.side = side;
    this.regularisation = regularisation;
  }

  @Override
  public UserState fit(int[] movies, float[] ratings) {
    double[] solution = new double[side.dimension() + 1];
    double loss = loss(solution, movies, ratings);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = direction(solution, movies, ratings);
      double[] next = solution;
      double nextLoss = Double.POSITIVE_INFINITY;
      double length = 1;
      for (int halving = 0; halving < HALVINGS && !(nextLoss < loss); halving++) {
        next = moved(solution, direction, length);
        nextLoss = loss(next, movies, ratings);
        length /= 2;
      }
      if (!(nextLoss < loss)) {
        break;
      }
      boolean converged = loss - nextLoss < CONVERGED * loss;
      solution = next;
      loss = nextLoss;
      if (converged) {
        break;
      }
    }
    return NormalEquations.state(solution, side.dimension());
  }

  private double[] direction(double[] solution, int[] movies, float[] ratings) {
    NormalEquations equations = new NormalEquations(solution.length);
    equations.addDiagonal(regularisation);
    equations.subtractRight(regularisation, solution);
    double[] input = new double[solution.length];
    for (int index = 0; index < movies.length; index++) {
      double predicted = predict(solution, movies[index], input);
      double slope = predicted * (1 - predicted);
      equations.add(input, slope * slope, slope * (target(ratings[index]) - predicted));
    }
    return equations.solve();
  }

  private double loss(double[] solution, int[] movies, float[] ratings) {
    double[] input = new double[solution.length];
    double sum = 0;
    for (int index = 0; index < movies.length; index++) {
      double error = target(ratings[index]) - predict(solution, movies[index], input);
      sum += error * error;
    }
    for (double value : solution) {
      sum += regularisation * value * value;
    }
    return sum;
  }

  private double predict(double[] solution, int movie, double[] input) {
    side.readWithOne(movie, input);
    double score = side.biases()[movie];
    for (int index = 0; index < solution.length; index++) {
      score += solution[index] * input[index];
    }
    return 1 / (1 + Math.exp(-score));
  }

  private double target(float rating) {
    RatingScale scale = side.scale();
    return ((double) rating - scale.minimum()) / scale.range();
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] target = from.clone();
    for (int index = 0; index < target.length; index++) {
      target[index] += length * direction[index];
    }
    return target;
  }
}
