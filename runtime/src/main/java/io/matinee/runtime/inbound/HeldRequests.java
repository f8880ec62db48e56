package io.matinee.runtime.inbound;

import io.matinee.runtime.call.ConnectionShares;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The bytes of the requests of open calls. */
@Singleton
final class HeldRequests extends ConnectionShares {
  @Inject
  HeldRequests(InboundConfiguration configuration) {
    super(configuration.bytes());
  }
}
