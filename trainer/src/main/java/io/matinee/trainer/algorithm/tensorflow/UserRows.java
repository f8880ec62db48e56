package io.matinee.trainer.algorithm.tensorflow;

/**
 * The users' vectors of a trained table.
 *
 * @param vectors [users, dimensions], those without a training rating having the mean
 * @param mean of the vectors of users with one, [dimensions]
 * @param spread of their numbers around it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record UserRows(float[] vectors, float[] mean, Spread spread) {

  static UserRows of(float[] table, int dimensions, int[] ratingCounts) {
    double[] sums = new double[dimensions];
    int known = 0;
    for (int user = 0; user < ratingCounts.length; user++) {
      if (ratingCounts[user] > 0) {
        known++;
        for (int index = 0; index < dimensions; index++) {
          sums[index] += table[user * dimensions + index];
        }
      }
    }
    float[] mean = new float[dimensions];
    for (int index = 0; index < dimensions; index++) {
      mean[index] = (float) (sums[index] / Math.max(1, known));
    }
    return of(table, mean, ratingCounts);
  }

  private static UserRows of(float[] table, float[] mean, int[] ratingCounts) {
    float[] vectors = table.clone();
    double squares = 0;
    long numbers = 0;
    for (int user = 0; user < ratingCounts.length; user++) {
      int start = user * mean.length;
      if (ratingCounts[user] == 0) {
        System.arraycopy(mean, 0, vectors, start, mean.length);
      } else {
        for (int index = 0; index < mean.length; index++) {
          squares += Math.pow(table[start + index] - mean[index], 2);
        }
        numbers += mean.length;
      }
    }
    return new UserRows(vectors, mean, new Spread(numbers == 0 ? 0 : squares / (double) numbers));
  }
}
