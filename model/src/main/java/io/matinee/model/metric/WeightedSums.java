package io.matinee.model.metric;

import java.util.List;

/**
 * Columns of values of the same users, summed up with other weights of the users each time. Eight
 * columns are kept side by side, so that values are read in their order. It takes 64 bytes a user
 * for every eight columns. Immutable and thread-safe.
 */
final class WeightedSums {
  private static final int WIDTH = 8;

  private final int users;
  private final int columns;

  /** [blocks][users, WIDTH] */
  private final double[][] blocks;

  /**
   * Copies the columns.
   *
   * @param columns [columns][all users]
   * @param users the users who count, indices into the columns
   */
  WeightedSums(List<double[]> columns, int[] users) {
    this.users = users.length;
    this.columns = columns.size();
    this.blocks =
        new double[Math.ceilDiv(columns.size(), WIDTH)][Math.multiplyExact(users.length, WIDTH)];
    for (int column = 0; column < columns.size(); column++) {
      double[] block = blocks[column / WIDTH];
      double[] values = columns.get(column);
      for (int index = 0; index < users.length; index++) {
        block[index * WIDTH + column % WIDTH] = values[users[index]];
      }
    }
  }

  /** Returns how many users there are. */
  int users() {
    return users;
  }

  /**
   * Sums up all columns.
   *
   * @param weights [users]
   * @return [columns, a multiple of eight], 0 beyond the columns that there are
   */
  double[] of(int[] weights) {
    double[] sums = new double[blocks.length * WIDTH];
    for (int block = 0; block < blocks.length; block++) {
      add(blocks[block], weights, sums, block * WIDTH);
    }
    return sums;
  }

  /** Returns how many columns there are. */
  int columns() {
    return columns;
  }

  private void add(double[] values, int[] weights, double[] sums, int to) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    for (int user = 0; user < users; user++) {
      int start = user * WIDTH;
      double weight = weights[user];
      sum0 += weight * values[start];
      sum1 += weight * values[start + 1];
      sum2 += weight * values[start + 2];
      sum3 += weight * values[start + 3];
      sum4 += weight * values[start + 4];
      sum5 += weight * values[start + 5];
      sum6 += weight * values[start + 6];
      sum7 += weight * values[start + 7];
    }
    sums[to] = sum0;
    sums[to + 1] = sum1;
    sums[to + 2] = sum2;
    sums[to + 3] = sum3;
    sums[to + 4] = sum4;
    sums[to + 5] = sum5;
    sums[to + 6] = sum6;
    sums[to + 7] = sum7;
  }
}
