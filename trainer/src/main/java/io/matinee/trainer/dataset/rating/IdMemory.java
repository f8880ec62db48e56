package io.matinee.trainer.dataset.rating;

/**
 * How much memory the ids of one import may take, those of users and of movies together. What else
 * an import keeps of each is less than that again. Not thread-safe.
 */
final class IdMemory {
  /** The part of the heap that the ids of an import may take. */
  private static final int SHARE = 4;

  private final long most;
  private long held;

  /** Memory of so many bytes. */
  IdMemory(long most) {
    this.most = most;
  }

  /** Returns a quarter of the heap. */
  static IdMemory ofHeap() {
    return new IdMemory(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** Whether so many bytes can be had beside those that are held. */
  boolean has(long bytes) {
    return bytes <= most - held;
  }

  /** Holds so many bytes more, or fewer. */
  void hold(long bytes) {
    held += bytes;
  }
}
