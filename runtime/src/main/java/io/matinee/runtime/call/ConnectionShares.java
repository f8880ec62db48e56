package io.matinee.runtime.call;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that the open calls of all connections hold together. While half of all is left, whoever
 * asks may have it; of the other half a connection may hold an eighth of what is left, or a least
 * share if that is more: so dozens of connections that let go of nothing leave enough for others.
 * Thread safe.
 */
public class ConnectionShares extends ServerTransportFilter {
  private static final long SHARE = 8;

  private final Attributes.Key<OfConnection> key = Attributes.Key.create("matinee-share");
  private final ByteBudget all;
  private final long half;
  private final long least;

  /**
   * Makes a budget.
   *
   * @param bytes what all connections may hold
   * @param least what any of them may hold as long as there is room
   */
  public ConnectionShares(long bytes, long least) {
    this.all = new ByteBudget(bytes);
    this.half = bytes / 2;
    this.least = least;
  }

  @Override
  public Attributes transportReady(Attributes connection) {
    return connection.toBuilder().set(key, new OfConnection()).build();
  }

  /** Returns the share of the connection with these attributes, which its calls have too. */
  public OfConnection of(Attributes connection) {
    OfConnection share = connection.get(key);
    return share == null ? new OfConnection() : share;
  }

  /** Returns how many bytes are left for all connections. */
  public long left() {
    return all.left();
  }

  /** What one connection holds. Thread safe. */
  public final class OfConnection {
    private final AtomicLong held = new AtomicLong();

    private OfConnection() {}

    /** Takes bytes; false, with none taken, when the connection would hold too many. */
    public boolean take(long bytes) {
      long left = all.left();
      long holds = held.addAndGet(bytes);
      boolean fits = left - bytes >= half || holds <= Math.max(least, left / SHARE);
      if (fits && all.take(bytes)) {
        return true;
      }
      held.addAndGet(-bytes);
      return false;
    }

    /** Gives bytes back that were taken. */
    public void give(long bytes) {
      held.addAndGet(-bytes);
      all.give(bytes);
    }
  }
}
