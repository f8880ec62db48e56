package io.matinee.runtime.inbound;

import io.matinee.runtime.call.ConnectionShares;
import java.util.concurrent.atomic.AtomicLong;

/** What the last request of a call holds of its connection's share. Thread safe. */
final class HeldBytes {
  private final ConnectionShares.OfConnection share;
  private final AtomicLong held = new AtomicLong();

  HeldBytes(ConnectionShares.OfConnection share) {
    this.share = share;
  }

  /** Holds a request in place of the one before; false, with none held, when there is no room. */
  boolean hold(long bytes) {
    release();
    if (share.take(bytes)) {
      held.set(bytes);
      return true;
    }
    return false;
  }

  /** Holds nothing any more. */
  void release() {
    share.give(held.getAndSet(0));
  }
}
