package io.matinee.runtime.inbound;

import io.matinee.runtime.call.ConnectionShares;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The bytes of the requests of calls that are not answered yet. */
@Singleton
final class HeldRequests extends ConnectionShares {
  /** A chunk of an upload, which is the largest request, and what is around it. */
  private static final long LEAST = (1 << 20) + (16 << 10);

  @Inject
  HeldRequests(InboundConfiguration configuration) {
    super(configuration.bytes(), LEAST);
  }
}
