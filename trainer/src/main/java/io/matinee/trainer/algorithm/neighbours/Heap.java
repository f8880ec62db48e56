package io.matinee.trainer.algorithm.neighbours;

/**
 * The memory of this process.
 *
 * @param maximum the most bytes that all objects may take
 * @param used the bytes that they take now
 */
record Heap(long maximum, long used) {

  /** Returns the heap as it is once garbage is gone. */
  static Heap now() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc(); // what reading the ratings left behind is not in the way
    return new Heap(runtime.maxMemory(), runtime.totalMemory() - runtime.freeMemory());
  }
}
