package io.matinee.model.ratings;

import java.util.Arrays;

/**
 * The arrays of a sparse matrix by columns (CSC).
 *
 * @param starts [movies + 1], the position of each column's first cell
 * @param users [cells], the row of each cell, ascending within a column
 * @param ratings [cells], the rating of each cell
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record Columns(int[] starts, int[] users, float[] ratings) {

  static Columns of(Rows rows, int movieCount) {
    int cells = rows.movies().length;
    int[] starts = new int[movieCount + 1];
    for (int movie : rows.movies()) {
      starts[movie + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    Columns columns = new Columns(starts, new int[cells], new float[cells]);
    int[] next = starts.clone();
    for (int user = 0; user < rows.starts().length - 1; user++) {
      for (int position = rows.starts()[user]; position < rows.starts()[user + 1]; position++) {
        int target = next[rows.movies()[position]]++;
        columns.users[target] = user;
        columns.ratings[target] = rows.ratings()[position];
      }
    }
    return columns;
  }
}
