package io.matinee.model.scoring;

/**
 * Least squares that are not linear: at most five Gauss-Newton steps; a step that does not lower
 * the loss is halved until it does, at most eight times (Nocedal and Wright, Numerical
 * Optimization, section 10.3).
 */
final class GaussNewton {
  private static final int STEPS = 5;
  private static final int HALVINGS = 8;
  private static final double CONVERGED = 1e-7;

  private GaussNewton() {}

  /** What is to be made small. */
  interface Problem {
    /** Returns the loss of a solution. */
    double loss(double[] solution);

    /** Returns the step from a solution to the minimum of the linearised problem. */
    double[] direction(double[] solution);
  }

  /** Returns the best solution found, starting from one. */
  static double[] minimise(Problem problem, double[] start) {
    double[] solution = start;
    double loss = problem.loss(solution);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = problem.direction(solution);
      double[] next = solution;
      double nextLoss = Double.POSITIVE_INFINITY;
      double length = 1;
      for (int halving = 0; halving < HALVINGS && !(nextLoss < loss); halving++) {
        next = moved(solution, direction, length);
        nextLoss = problem.loss(next);
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
    return solution;
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] target = from.clone();
    for (int index = 0; index < target.length; index++) {
      target[index] += length * direction[index];
    }
    return target;
  }
}
