package io.matinee.runtime.operation;

import java.util.Locale;
import java.util.Optional;

/**
 * The request that began an operation, so that a repeated one is known, within the operation's kind
 * and parent.
 *
 * @param id the caller's request id, {@linkplain #sameCase in one case}
 * @param digest of the request, see {@link io.matinee.runtime.digest.RequestDigest}
 */
public record RequestKey(String id, String digest) {
  /** Returns the key of a request; empty for an empty id, under which nothing is repeated. */
  public static Optional<RequestKey> of(String id, String digest) {
    return id.isEmpty() ? Optional.empty() : Optional.of(new RequestKey(sameCase(id), digest));
  }

  /** Returns a request id as it is kept: a UUID is the same in either case (RFC 9562). */
  public static String sameCase(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
