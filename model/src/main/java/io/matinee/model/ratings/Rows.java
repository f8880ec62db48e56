package io.matinee.model.ratings;

/**
 * The arrays of a sparse matrix by rows (CSR).
 *
 * @param starts [users + 1], the position of each row's first cell; the last is the cell count
 * @param movies [cells], the column of each cell, strictly ascending within a row
 * @param ratings [cells], the rating of each cell
 * @param timestamps [cells], seconds since 1970, 0 when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record Rows(int[] starts, int[] movies, float[] ratings, long[] timestamps) {

  static Rows empty(int userCount, int ratingCount) {
    return new Rows(
        new int[userCount + 1],
        new int[ratingCount],
        new float[ratingCount],
        new long[ratingCount]);
  }

  void requireShape(int userCount, int movieCount) {
    int cells = movies.length;
    require(starts.length == userCount + 1, "row starts must have one entry a user and one more");
    require(ratings.length == cells && timestamps.length == cells, "cell arrays differ in length");
    require(starts[0] == 0 && starts[userCount] == cells, "row starts must span all cells");
    for (int user = 0; user < userCount; user++) {
      require(starts[user] <= starts[user + 1] && starts[user + 1] <= cells, "row starts descend");
      int previous = -1;
      for (int position = starts[user]; position < starts[user + 1]; position++) {
        require(
            movies[position] > previous && movies[position] < movieCount,
            "a row's movies must ascend within the dictionary");
        previous = movies[position];
      }
    }
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("not a ratings matrix: " + problem);
    }
  }
}
