package io.matinee.trainer.algorithm.neighbours;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Heap;
import java.util.Locale;

/**
 * The memory that training takes at most, known before it begins.
 *
 * @param movies how many are liked
 * @param size the rows of the matrix that is inverted
 * @param side what these rows are
 * @param weights how many weights are kept at most
 * @param bytes the arrays of the matrix, of what is made of it and of the work on both
 */
record MemoryNeed(int movies, int size, String side, long weights, long bytes) {

  /** What array the virtual machine can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** A list's and a row's movie and weight. */
  private static final long WEIGHT_BYTES = 2L * (Integer.BYTES + Float.BYTES);

  /** In double precision, narrowed, its strengths, and what is kept of it. */
  private static final long COLUMN_BYTES = Double.BYTES + 3L * Float.BYTES;

  /**
   * Returns the need of the fit that measures and of the one that is kept, of which the first is
   * gone when the second begins.
   *
   * @param neighbours the most weights into a movie
   * @param threads how many columns are in work at once
   */
  static MemoryNeed of(LikedSize likes, int neighbours, int threads) {
    int movies = likes.movies();
    int size = Math.min(likes.users(), movies);
    long inversion = Inversion.bytes(size);
    long columns = threads * (movies * COLUMN_BYTES + (long) likes.users() * Double.BYTES);
    long measuring = likes.bytes() + Math.max(inversion, 2 * ScoreSheet.bytes(movies) + columns);
    long weights = (long) movies * Math.min(neighbours, movies - 1);
    long keeping = Math.max(inversion, weights * WEIGHT_BYTES + columns);
    long bytes = SymmetricTiles.bytes(size) + Math.max(measuring, keeping);
    String side = likes.users() < movies ? "users" : "movies";
    return new MemoryNeed(movies, size, side, weights, bytes);
  }

  /**
   * Refuses a fit that does not fit in.
   *
   * @throws MatineeException OUT_OF_MEMORY, saying what would do
   */
  void requireWithin(Heap heap) {
    long whole = heap.neededFor(bytes);
    if (whole > heap.maximum()) {
      throw refusal(
          "a matrix of %,d x %,d %s takes %s of heap, all in all %s of the worker's %s; raise"
              + " MATINEE_TRAINER_WORKER_MEMORY to %dm, or minimum-rating.",
          size,
          size,
          side,
          Heap.gigabytes(bytes),
          Heap.gigabytes(whole),
          Heap.gigabytes(heap.maximum()),
          Math.ceilDiv(whole, 1 << 20));
    }
    if (weights > LONGEST_ARRAY) {
      throw refusal(
          "%,d weights are more than an array can hold; set neighbours to at most %,d.",
          weights, LONGEST_ARRAY / movies);
    }
  }

  private static MatineeException refusal(String problem, Object... values) {
    return MatineeException.of(
        Reason.OUT_OF_MEMORY, "ease: " + String.format(Locale.ROOT, problem, values));
  }
}
