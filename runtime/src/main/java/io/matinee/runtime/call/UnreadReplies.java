package io.matinee.runtime.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The bytes of replies that were handed to gRPC and that their callers have not read yet. */
@Singleton
public final class UnreadReplies extends ConnectionShares {
  private static final long LEAST = 256 << 10;

  @Inject
  UnreadReplies(CallConfiguration configuration) {
    this(configuration.mostUnreadBytes());
  }

  /** Makes a budget of so many bytes for all connections. */
  UnreadReplies(long bytes) {
    super(bytes, LEAST);
  }
}
