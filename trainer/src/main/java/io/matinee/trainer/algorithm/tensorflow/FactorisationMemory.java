package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Heap;
import java.util.Locale;

/**
 * The heap that the training of a factorisation takes at least, known before it begins.
 * TensorFlow's own tables, three times as large as what is kept of them, come on top outside of the
 * heap.
 *
 * @param bytes the examples, twice while they are divided, or once beside the tables
 */
record FactorisationMemory(long bytes) {

  private static final long EXAMPLE_BYTES = 2L * Integer.BYTES + Float.BYTES;

  /** The best so far, the newest that takes its place, and an array on its way to a checkpoint. */
  private static final long TABLES = 3;

  /**
   * Returns the need.
   *
   * @param rows of users and movies
   * @param width how many numbers a row has
   * @param ratings to train and to validate on
   */
  static FactorisationMemory of(long rows, int width, long ratings) {
    long examples = ratings * EXAMPLE_BYTES;
    return new FactorisationMemory(
        Math.max(2 * examples, examples + TABLES * rows * width * Float.BYTES));
  }

  /**
   * Refuses a training that does not fit in.
   *
   * @throws MatineeException OUT_OF_MEMORY, saying what would do
   */
  void requireWithin(Heap heap) {
    long whole = heap.neededFor(bytes);
    if (whole > heap.maximum()) {
      throw MatineeException.of(
          Reason.OUT_OF_MEMORY,
          String.format(
              Locale.ROOT,
              "biased-mf: examples and tables take %s of heap, all in all %s of the worker's %s; raise MATINEE_TRAINER_WORKER_MEMORY to %dm, or lower dimensions.",
              Heap.gigabytes(bytes),
              Heap.gigabytes(whole),
              Heap.gigabytes(heap.maximum()),
              Math.ceilDiv(whole, 1 << 20)));
    }
  }
}
