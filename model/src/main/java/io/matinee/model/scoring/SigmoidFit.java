package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import java.util.Arrays;

/**
 * Vector and bias through the sigmoid: the minimum over x and b of the sum over the n ratings of (y
 * - s(z))^2, plus l (n + p) |x|^2 + k b^2, with y the rating scaled to [0, 1], z = mean + bias(m) +
 * b + x . vector(m), s the logistic function and l, p and k those of {@link
 * FactorObjective.SquaredSigmoid}.
 *
 * <p>By {@link GaussNewton} from x = 0, b = 0.
 */
final class SigmoidFit implements UserFit {
  private final MovieSide side;
  private final FactorObjective.SquaredSigmoid goal;

  SigmoidFit(MovieSide side, FactorObjective.SquaredSigmoid goal) {
    this.side = side;
    this.goal = goal;
  }

  @Override
  public UserVector fit(int[] movies, float[] ratings) {
    Problem problem = new Problem(movies, ratings);
    double[] solution = GaussNewton.minimise(problem, new double[side.dimension() + 1]);
    return NormalEquations.state(solution, side.dimension());
  }

  /** The ratings of one user, read once. */
  private final class Problem implements GaussNewton.Problem {
    /** [n, d + 1], the last element 1. */
    private final double[][] inputs;

    /** [n], mean + bias(m). */
    private final double[] offsets;

    /** [n], ratings on [0, 1]. */
    private final double[] targets;

    /** [d + 1], the weight of each squared element of the solution. */
    private final double[] weights;

    Problem(int[] movies, float[] ratings) {
      this.inputs = new double[movies.length][side.dimension() + 1];
      this.offsets = new double[movies.length];
      this.targets = new double[movies.length];
      this.weights = new double[side.dimension() + 1];
      Arrays.fill(weights, goal.regularisation() * (movies.length + goal.priorRatings()));
      weights[side.dimension()] = goal.biasRegularisation();
      RatingScale scale = side.scale();
      for (int index = 0; index < movies.length; index++) {
        side.readWithOne(movies[index], inputs[index]);
        offsets[index] = side.biases()[movies[index]];
        targets[index] = ((double) ratings[index] - scale.minimum()) / scale.range();
      }
    }

    @Override
    public double[] direction(double[] solution) {
      NormalEquations equations = new NormalEquations(solution.length);
      equations.addPenalties(weights, solution);
      for (int index = 0; index < targets.length; index++) {
        double predicted = predict(solution, index);
        double slope = predicted * (1 - predicted);
        equations.add(inputs[index], slope * slope, slope * (targets[index] - predicted));
      }
      return equations.solve();
    }

    @Override
    public double loss(double[] solution) {
      double sum = 0;
      for (int index = 0; index < targets.length; index++) {
        double error = targets[index] - predict(solution, index);
        sum += error * error;
      }
      for (int element = 0; element < solution.length; element++) {
        sum += weights[element] * solution[element] * solution[element];
      }
      return sum;
    }

    private double predict(double[] solution, int index) {
      double[] input = inputs[index];
      double score = offsets[index];
      for (int element = 0; element < solution.length; element++) {
        score += solution[element] * input[element];
      }
      return 1 / (1 + Math.exp(-score));
    }
  }
}
