package io.matinee.model.scoring;

/** How a user who was not in training gets a state from ratings alone, movies held fixed. */
public enum FoldIn {
  /** Ratings change nothing: everybody has the same state. */
  NONE,
  /** The user's bias is the damped mean of the residuals. */
  BIAS,
  /** Vector and bias by ridge regression of the residuals. */
  RIDGE,
  /** Vector and bias by at most five Gauss-Newton steps through the sigmoid. */
  SIGMOID_NEWTON,
  /** The exact user step of implicit alternating least squares. */
  IMPLICIT
}
