package io.matinee.runtime.call;

import io.grpc.Attributes;
import io.grpc.ServerCall;
import io.grpc.ServerTransportFilter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of replies that were handed to gRPC and that their callers have not read yet. A
 * connection may hold an eighth of what is left, or 256 KiB if that is more: so dozens of
 * connections that read nothing leave enough for those that do. Thread safe.
 */
@Singleton
public final class UnreadReplies extends ServerTransportFilter {
  private static final Attributes.Key<OfConnection> OF_CONNECTION =
      Attributes.Key.create("matinee-unread-replies");

  private static final long SMALL_SHARE = 256 << 10;
  private static final long SHARE = 8;

  private final ByteBudget all;

  @Inject
  UnreadReplies(CallConfiguration configuration) {
    this(configuration.mostUnreadBytes());
  }

  /** Makes a budget of so many bytes for all connections. */
  UnreadReplies(long bytes) {
    this.all = new ByteBudget(bytes);
  }

  @Override
  public Attributes transportReady(Attributes connection) {
    return connection.toBuilder().set(OF_CONNECTION, new OfConnection(all)).build();
  }

  /** Returns the share of the connection that a call came by. */
  OfConnection of(ServerCall<?, ?> call) {
    OfConnection share = call.getAttributes().get(OF_CONNECTION);
    return share == null ? new OfConnection(all) : share;
  }

  /** What one connection holds. */
  static final class OfConnection {
    private final ByteBudget all;
    private final AtomicLong held = new AtomicLong();

    OfConnection(ByteBudget all) {
      this.all = all;
    }

    /** Takes bytes; false, with none taken, when the connection would hold too many. */
    boolean take(long bytes) {
      long most = Math.max(SMALL_SHARE, all.left() / SHARE);
      if (held.addAndGet(bytes) <= most && all.take(bytes)) {
        return true;
      }
      held.addAndGet(-bytes);
      return false;
    }

    /** Gives bytes back that were taken. */
    void give(long bytes) {
      held.addAndGet(-bytes);
      all.give(bytes);
    }
  }
}
