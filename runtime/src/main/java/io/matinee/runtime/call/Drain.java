package io.matinee.runtime.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of a process without a broken call: from its beginning no new call is let in, watches are
 * ended, and the others are waited for. Thread safe.
 */
public final class Drain {
  private final AtomicInteger open = new AtomicInteger();
  private final Set<Runnable> watches = ConcurrentHashMap.newKeySet();
  private final CountDownLatch idle = new CountDownLatch(1);
  private volatile boolean begun;

  /** Returns whether the process is ending. */
  public boolean begun() {
    return begun;
  }

  /** Lets no new call in from now on. */
  public void refuse() {
    begun = true;
  }

  /** Lets no new call in, and ends the watches. */
  public void begin() {
    refuse();
    watches.forEach(Runnable::run);
    signalIdle();
  }

  /** Waits until no call is open; false when they last longer than the given time. */
  public boolean await(Duration longest) throws InterruptedException {
    return idle.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Lets a call in; false when the process is ending. */
  boolean enter() {
    open.incrementAndGet();
    if (begun) {
      leave();
      return false;
    }
    return true;
  }

  /** Notes that a call that was let in is over. */
  void leave() {
    open.decrementAndGet();
    signalIdle();
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

  private void signalIdle() {
    if (begun && open.get() == 0) {
      idle.countDown();
    }
  }
}
