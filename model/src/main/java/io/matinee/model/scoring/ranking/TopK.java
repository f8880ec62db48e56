package io.matinee.model.scoring.ranking;

/**
 * The k best of a row of scores: higher first, among equal ones the smaller index first. NaN and
 * negative infinity never enter.
 *
 * <p>A binary heap keeps the worst of the best at its root; a score enters only when it passes that
 * one, so the cost is one comparison a movie and O(log k) for the few that enter. An instance is
 * not thread-safe; {@link #select} is.
 */
public final class TopK {
  private final int[] movies;
  private final float[] scores;
  private int size;

  /**
   * Holds nothing at first.
   *
   * @param k how many movies at most, at least 0
   */
  public TopK(int k) {
    this.movies = new int[k];
    this.scores = new float[k];
  }

  /**
   * Selects the best movies.
   *
   * @param scores [movies]
   * @param k how many, at least 0
   * @param allowed which movies may enter; asked only of those that score well enough
   * @return at most k indices of movies, best first
   */
  public static int[] select(float[] scores, int k, MovieMask allowed) {
    TopK best = new TopK(Math.min(k, scores.length));
    float threshold = best.threshold();
    for (int movie = 0; movie < scores.length; movie++) {
      if (scores[movie] > threshold && allowed.allows(movie)) {
        best.offer(movie, scores[movie]);
        threshold = best.threshold();
      }
    }
    return best.drain();
  }

  /**
   * Returns what a score must exceed to enter for sure, or reach to enter by its movie's index:
   * negative infinity while there is room.
   */
  public float threshold() {
    if (size < movies.length) {
      return Float.NEGATIVE_INFINITY;
    }
    return size == 0 ? Float.POSITIVE_INFINITY : scores[0];
  }

  /** Takes a movie if it is among the best so far; movies come in any order. */
  public void offer(int movie, float score) {
    if (size < movies.length) {
      if (score > Float.NEGATIVE_INFINITY) {
        rise(size++, movie, score);
      }
    } else if (size > 0 && worse(movies[0], scores[0], movie, score)) {
      sink(movie, score);
    }
  }

  /** Returns how many movies are held. */
  public int size() {
    return size;
  }

  /** Returns the score of the worst movie held; there must be one. */
  public float worstScore() {
    return scores[0];
  }

  /** Takes out the worst movie held, of which there must be one, and returns it. */
  public int removeWorst() {
    int worst = movies[0];
    size--;
    sink(movies[size], scores[size]);
    return worst;
  }

  /** Empties the heap, best first. */
  int[] drain() {
    int[] best = new int[size];
    while (size > 0) {
      best[size - 1] = removeWorst();
    }
    return best;
  }

  private void rise(int start, int movie, float score) {
    int hole = start;
    while (hole > 0) {
      int parent = (hole - 1) / 2;
      if (!worse(movie, score, movies[parent], scores[parent])) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    place(hole, movie, score);
  }

  private void sink(int movie, float score) {
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size
          && worse(movies[child + 1], scores[child + 1], movies[child], scores[child])) {
        child++;
      }
      if (!worse(movies[child], scores[child], movie, score)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    place(hole, movie, score);
  }

  private void move(int from, int to) {
    place(to, movies[from], scores[from]);
  }

  private void place(int slot, int movie, float score) {
    movies[slot] = movie;
    scores[slot] = score;
  }

  private static boolean worse(int movie, float score, int otherMovie, float otherScore) {
    return score < otherScore || (score == otherScore && movie > otherMovie);
  }
}
