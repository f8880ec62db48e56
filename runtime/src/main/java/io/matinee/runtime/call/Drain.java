package io.matinee.runtime.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the process is ending, and the calls that would never end by themselves: they are ended
 * then. Thread safe.
 */
public final class Drain {
  private final Set<Runnable> watches = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  /** Returns whether the process is ending. */
  public boolean begun() {
    return begun;
  }

  /** Notes that the process is ending. */
  public void announce() {
    begun = true;
  }

  /** Notes that the process is ending, and ends the watches, those too that are still to come. */
  public void begin() {
    announce();
    watches.forEach(Runnable::run);
  }

  /** Has a watch ended when the process ends. */
  void watch(Runnable end) {
    watches.add(end);
    if (begun) {
      end.run();
    }
  }

  /** Forgets a watch that is over. */
  void unwatch(Runnable end) {
    watches.remove(end);
  }
}
