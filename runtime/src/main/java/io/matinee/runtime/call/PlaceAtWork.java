package io.matinee.runtime.call;

import io.grpc.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A call's place among those at work. It is held from the call's beginning to its end, and while
 * its handler runs, even if the call ends before: whoever gives calls up makes no room for others
 * while there is work for them. Thread safe.
 */
final class PlaceAtWork {
  static final Context.Key<PlaceAtWork> CONTEXT = Context.key("matinee.place-at-work");

  private static final int OVER = -1;

  private final AtomicInteger taken;

  /** How many hold the place: the call, its handler. Negative once it is too late to begin. */
  private final AtomicInteger holders = new AtomicInteger();

  private final AtomicBoolean ended = new AtomicBoolean();

  /** Makes a place that is not taken, among those that are. */
  PlaceAtWork(AtomicInteger taken) {
    this.taken = taken;
  }

  /** Returns the place of the present call; null when it needs none. */
  static @Nullable PlaceAtWork current() {
    return CONTEXT.get();
  }

  /** Takes the place for the call; false when too many are taken, or the call is over already. */
  boolean begin(int most) {
    if (taken.incrementAndGet() <= most && holders.compareAndSet(0, 1)) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  /** Notes that the call is over; only the first time counts. */
  void end() {
    if (ended.compareAndSet(false, true) && !holders.compareAndSet(0, OVER)) {
      leave();
    }
  }

  /** Holds the place for the handler; false when the call is over, and its handler need not run. */
  boolean enter() {
    return holders.getAndUpdate(present -> present > 0 ? present + 1 : present) > 0;
  }

  /** Notes that the handler has returned. */
  void leave() {
    if (holders.decrementAndGet() == 0) {
      taken.decrementAndGet();
    }
  }
}
