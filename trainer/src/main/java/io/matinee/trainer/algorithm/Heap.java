package io.matinee.trainer.algorithm;

import java.util.Locale;

/**
 * The memory of this process.
 *
 * @param maximum the most bytes that all objects may take
 * @param used the bytes that they take now
 */
public record Heap(long maximum, long used) {

  /** What a collector needs to move objects into. */
  private static final double USABLE = .95;

  private static final double GIGABYTE = 1 << 30;

  /** Returns the heap as it is once garbage is gone. */
  public static Heap now() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc(); // what reading the ratings left behind is not in the way
    return new Heap(runtime.maxMemory(), runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * Returns the most that the heap would have to be for some bytes more.
   *
   * @param bytes of new objects
   */
  public long neededFor(long bytes) {
    return (long) ((used + bytes) / USABLE);
  }

  /** Returns bytes in words, e.g. {@code 1.50 GB}. */
  public static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
  }
}
