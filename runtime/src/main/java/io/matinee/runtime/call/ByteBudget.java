package io.matinee.runtime.call;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be held at once, by all holders together. Thread safe. */
public final class ByteBudget {
  private final long most;
  private final AtomicLong held = new AtomicLong();

  /** Makes a budget of so many bytes. */
  public ByteBudget(long most) {
    this.most = most;
  }

  /** Takes bytes; false, with none taken, when that would be more than are left. */
  public boolean take(long bytes) {
    long before = held.get();
    while (before + bytes <= most) {
      if (held.compareAndSet(before, before + bytes)) {
        return true;
      }
      before = held.get();
    }
    return false;
  }

  /** Gives bytes back that were taken. */
  public void give(long bytes) {
    held.addAndGet(-bytes);
  }

  /** Returns how many bytes are left. */
  public long left() {
    return most - held.get();
  }
}
