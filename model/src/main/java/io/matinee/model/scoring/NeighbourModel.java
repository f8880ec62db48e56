package io.matinee.model.scoring;

/**
 * A trained model of item neighbours on the heap: score(u, m) = sum of weight(i, m) over the movies
 * i that u likes. The weights are a sparse matrix [movies, movies] by the liked movie (CSR).
 *
 * <p>Nothing is known of a movie without a weight into it: nobody likes it, or none of those who do
 * likes anything else. It scores {@link Scorer#UNKNOWN_MOVIE}.
 *
 * @param starts [movies + 1], the position of each liked movie's first weight; the last is n
 * @param neighbours [n], the movie that each weight raises or lowers, strictly ascending within a
 *     row
 * @param weights [n]
 * @param objective what it was trained for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record NeighbourModel(
    long[] starts, int[] neighbours, float[] weights, NeighbourObjective objective)
    implements ScorerModel {

  /** Refuses arrays that do not describe such a matrix. */
  public NeighbourModel {
    require(starts.length > 0, "row starts must have one entry a movie and one more");
    require(
        neighbours.length == weights.length,
        "%d neighbours but %d weights".formatted(neighbours.length, weights.length));
    int movies = starts.length - 1;
    require(
        starts[0] == 0 && starts[movies] == neighbours.length, "row starts must span all weights");
    for (int movie = 0; movie < movies; movie++) {
      require(
          starts[movie] <= starts[movie + 1] && starts[movie + 1] <= neighbours.length,
          "row starts descend at movie " + movie);
      requireAscending(movie, (int) starts[movie], (int) starts[movie + 1], neighbours, movies);
    }
  }

  @Override
  public int movieCount() {
    return starts.length - 1;
  }

  /** Returns 0: users' states are their likes. */
  @Override
  public int userCount() {
    return 0;
  }

  @Override
  public boolean isFinite() {
    return Numbers.areFinite(weights);
  }

  private static void requireAscending(
      int movie, int start, int end, int[] neighbours, int movies) {
    int previous = -1;
    for (int position = start; position < end; position++) {
      int neighbour = neighbours[position];
      require(
          neighbour > previous && neighbour < movies,
          "the neighbours of movie %d must ascend within %d movies".formatted(movie, movies));
      previous = neighbour;
    }
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("not a model of neighbours: " + problem);
    }
  }
}
