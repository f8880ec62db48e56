package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.Vectors;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;

/**
 * Solves a row by iterative refinement: what is left is summed in doubles, and what it asks for is
 * found in floats. Used by one thread.
 */
final class ExactRow {

  private static final int ROUNDS = 30;
  private static final int STEPS = 40;

  /** The squares of what is left that end a round, as a share of those it began with. */
  private static final double ROUND = 1e-9;

  /** Those that end the last one, as a share of the right side's. */
  private static final double END = 1e-16;

  private final Equations equations;
  private final ConjugateGradients gradients;

  /** Y'Y of the fixed side as it was rounded. */
  private final double[][] gram;

  private final double[] solution;
  private final double[] residual;
  private final double[] liked;

  ExactRow(Equations equations, double[][] gram) {
    this.equations = equations;
    this.gram = gram;
    this.gradients = new ConjugateGradients(equations);
    this.solution = new double[gram.length];
    this.residual = new double[gram.length];
    this.liked = new double[gram.length];
  }

  /**
   * Solves a row.
   *
   * @param factors [padded d], where to begin; becomes the solution
   * @return the row's part of the loss at the solution
   */
  double solve(int row, float[] factors) {
    for (int index = 0; index < solution.length; index++) {
      solution[index] = factors[index];
    }
    gradients.begin(row);
    float[] change = new float[factors.length];
    double agreed = 0;
    double least = END * rightSquares(row);
    for (int round = 0; round < ROUNDS; round++) {
      agreed = sumResidual(row);
      double squares = Vectors.dot(residual, residual, 0);
      if (squares <= least) {
        break;
      }
      Arrays.fill(change, 0);
      float[] left = gradients.residual();
      for (int index = 0; index < residual.length; index++) {
        left[index] = (float) residual[index];
      }
      gradients.descend(row, change, STEPS, ROUND);
      for (int index = 0; index < solution.length; index++) {
        solution[index] += change[index];
      }
    }
    for (int index = 0; index < solution.length; index++) {
      factors[index] = (float) solution[index];
    }
    return equations.objective().confidence() * (equations.likes().count(row) - agreed);
  }

  /** The squares of c Y_u' 1. */
  private double rightSquares(int row) {
    Likes likes = equations.likes();
    Arrays.fill(residual, 0);
    for (int position = 0; position < likes.count(row); position++) {
      read(likes.column(row, position));
      Vectors.add(equations.objective().confidence(), liked, residual, 0);
    }
    return Vectors.dot(residual, residual, 0);
  }

  /** Sets the residual at the solution so far; returns the sum of the scores of the likes. */
  private double sumResidual(int row) {
    Likes likes = equations.likes();
    double confidence = equations.objective().confidence();
    double regularisation = equations.regularisation(row);
    for (int index = 0; index < residual.length; index++) {
      residual[index] = -Vectors.dot(gram[index], solution, 0) - regularisation * solution[index];
    }
    double agreed = 0;
    for (int position = 0; position < likes.count(row); position++) {
      read(likes.column(row, position));
      double score = Vectors.dot(liked, solution, 0);
      agreed += score;
      Vectors.add(confidence - (confidence - 1) * score, liked, residual, 0);
    }
    return agreed;
  }

  private void read(int column) {
    float[] values = equations.fixed().values();
    int at = column * equations.fixed().length();
    for (int index = 0; index < liked.length; index++) {
      liked[index] = values[at + index];
    }
  }
}
