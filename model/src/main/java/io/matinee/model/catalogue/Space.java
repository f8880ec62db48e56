package io.matinee.model.catalogue;

/** A space in which every movie has a direction. Thread-safe. */
public interface Space {

  /**
   * Returns the cosine of the angle between two movies, in [-1, 1]; 0 when one of them has no
   * direction.
   *
   * @param first index of a movie
   * @param second index of a movie
   */
  double cosine(int first, int second);

  /**
   * Returns the sum of the cosines of all unordered pairs of a list.
   *
   * @param movies indices of distinct movies
   */
  default double pairSum(int[] movies) {
    double sum = 0;
    for (int first = 0; first < movies.length; first++) {
      for (int second = first + 1; second < movies.length; second++) {
        sum += cosine(movies[first], movies[second]);
      }
    }
    return sum;
  }
}
