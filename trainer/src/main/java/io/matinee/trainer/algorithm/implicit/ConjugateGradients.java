package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.RowKernels;
import io.matinee.trainer.algorithm.likes.Likes;

/**
 * Conjugate gradients (Takács, Pilászy and Tikk, RecSys 2011) for the matrix of a row, whose part
 * of all cells is diagonal, scaled by an estimate of its diagonal. Used by one thread.
 */
final class ConjugateGradients {

  private final Equations equations;
  private final float[] values;
  private final float confidence;
  private final float[] diagonal;
  private final float[] estimate;
  private final float[] residual;
  private final float[] direction;
  private final float[] image;
  private float[] products = {};

  ConjugateGradients(Equations equations) {
    this.equations = equations;
    this.values = equations.fixed().values();
    this.confidence = (float) equations.objective().confidence();
    int length = equations.fixed().length();
    this.diagonal = new float[length];
    this.estimate = new float[length];
    this.residual = new float[length];
    this.direction = new float[length];
    this.image = new float[length];
  }

  /**
   * Improves a row's factors.
   *
   * @param factors [padded d], changed
   * @return the row's part of the loss afterwards
   */
  double improve(int row, float[] factors, int steps) {
    int count = equations.likes().count(row);
    begin(row);
    multiplyLiked(row, factors);
    double loss = loss(count, factors);
    for (int like = 0; like < count; like++) {
      products[like] = confidence - (confidence - 1) * products[like];
    }
    for (int index = 0; index < residual.length; index++) {
      residual[index] = -diagonal[index] * factors[index];
    }
    addLiked(row, residual);
    return loss - descend(row, factors, steps, 0);
  }

  /** Sets the diagonal of a row. */
  void begin(int row) {
    int count = equations.likes().count(row);
    products = products.length < count ? new float[count] : products;
    double regularisation = equations.regularisation(row);
    double share = (confidence - 1.0) * count / equations.liked();
    for (int index = 0; index < equations.squares().length; index++) {
      double square = equations.squares()[index];
      diagonal[index] = (float) (square + regularisation);
      estimate[index] = (float) (1 / (square * (1 + share) + regularisation));
    }
  }

  /**
   * Adds to factors what the residual, which is used up, asks for.
   *
   * @param tolerance ends the descent where the scaled residual's squares are this share of the
   *     first ones
   * @return by how much the loss falls
   */
  double descend(int row, float[] factors, int steps, double tolerance) {
    double fall = 0;
    double squares = scaledSquares();
    double least = squares * tolerance;
    for (int index = 0; index < direction.length; index++) {
      direction[index] = estimate[index] * residual[index];
    }
    for (int step = 0; step < steps && squares > least; step++) {
      double curvature = multiply(row);
      if (!(curvature > 0)) {
        break;
      }
      float length = (float) (squares / curvature);
      for (int index = 0; index < factors.length; index++) {
        factors[index] += length * direction[index];
        residual[index] -= length * image[index];
      }
      fall += length * squares;
      double next = scaledSquares();
      float share = (float) (next / squares);
      squares = next;
      for (int index = 0; index < direction.length; index++) {
        direction[index] = estimate[index] * residual[index] + share * direction[index];
      }
    }
    return fall;
  }

  float[] residual() {
    return residual;
  }

  /** The part of the loss at factors whose products with the liked rows are set. */
  private double loss(int count, float[] factors) {
    double loss = 0;
    for (int like = 0; like < count; like++) {
      double error = 1 - products[like];
      loss += confidence * error * error - (double) products[like] * products[like];
    }
    for (int index = 0; index < factors.length; index++) {
      loss += (double) diagonal[index] * factors[index] * factors[index];
    }
    return loss;
  }

  /** The image of the direction; returns the direction's product with it. */
  private double multiply(int row) {
    int count = equations.likes().count(row);
    multiplyLiked(row, direction);
    for (int like = 0; like < count; like++) {
      products[like] *= confidence - 1;
    }
    for (int index = 0; index < image.length; index++) {
      image[index] = diagonal[index] * direction[index];
    }
    addLiked(row, image);
    double curvature = 0;
    for (int index = 0; index < image.length; index++) {
      curvature += (double) image[index] * direction[index];
    }
    return curvature;
  }

  private double scaledSquares() {
    double squares = 0;
    for (int index = 0; index < residual.length; index++) {
      squares += (double) estimate[index] * residual[index] * residual[index];
    }
    return squares;
  }

  private void multiplyLiked(int row, float[] vector) {
    Likes likes = equations.likes();
    RowKernels.multiply(
        values, likes.columns(), likes.starts()[row], likes.count(row), vector, products);
  }

  private void addLiked(int row, float[] sums) {
    Likes likes = equations.likes();
    RowKernels.addWeighted(
        values, likes.columns(), likes.starts()[row], likes.count(row), products, sums);
  }
}
