package io.matinee.runtime.operation;

import java.util.Optional;

/**
 * The request that began an operation, so that a repeated one is known, within the operation's kind
 * and parent.
 *
 * @param id the caller's request id
 * @param digest of the request, see {@link io.matinee.runtime.digest.RequestDigest}
 */
public record RequestKey(String id, String digest) {
  /** Returns the key of a request; empty for an empty id, under which nothing is repeated. */
  public static Optional<RequestKey> of(String id, String digest) {
    return id.isEmpty() ? Optional.empty() : Optional.of(new RequestKey(id, digest));
  }
}
