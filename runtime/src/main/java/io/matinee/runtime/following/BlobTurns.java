package io.matinee.runtime.following;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;

/** Has each blob be worked on by one thread at a time, and others beside it. Thread safe. */
final class BlobTurns {
  private final Set<String> taken = new HashSet<>();

  /** What is done with a blob. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does something with a blob once nobody else does.
   *
   * @throws InterruptedIOException when the thread is interrupted before
   */
  void take(String digest, Work work) throws IOException {
    begin(digest);
    try {
      work.run();
    } finally {
      end(digest);
    }
  }

  private synchronized void begin(String digest) throws InterruptedIOException {
    try {
      while (!taken.add(digest)) {
        wait();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another fetches " + digest);
    }
  }

  private synchronized void end(String digest) {
    taken.remove(digest);
    notifyAll();
  }
}
