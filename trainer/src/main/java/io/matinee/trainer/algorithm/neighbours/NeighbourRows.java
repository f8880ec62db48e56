package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import java.util.Arrays;

/** Turns weights by the movie that they lead into to weights by the liked movie. */
final class NeighbourRows {

  private NeighbourRows() {}

  /**
   * Returns a model of such weights.
   *
   * @param columns the weights into each liked movie
   * @param movies [columns], the index of each among all movies, ascending
   * @param movieCount how many movies there are in all
   * @param objective what the weights are fitted to
   */
  static NeighbourModel of(
      Column[] columns, int[] movies, int movieCount, NeighbourObjective objective) {
    long[] starts = new long[movieCount + 1];
    for (Column column : columns) {
      for (int source : column.sources()) {
        starts[movies[source] + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Long::sum);
    int count = Math.toIntExact(starts[movieCount]);
    int[] neighbours = new int[count];
    float[] weights = new float[count];
    long[] next = starts.clone();
    for (int target = 0; target < columns.length; target++) {
      Column column = columns[target];
      for (int index = 0; index < column.sources().length; index++) {
        int at = (int) next[movies[column.sources()[index]]]++;
        neighbours[at] = movies[target];
        weights[at] = column.weights()[index];
      }
    }
    return new NeighbourModel(starts, neighbours, weights, objective);
  }
}
