package io.matinee.bench.quality;

import io.matinee.model.split.Split;

/**
 * A split that rankers are trained and judged on.
 *
 * @param firstUser the number of its first user among those of all sets
 * @param split the training part and what was kept back
 */
record Trial(int firstUser, Split split) {
  /** Returns one past the number of its last user. */
  int endUser() {
    return firstUser + split.training().userCount();
  }
}
