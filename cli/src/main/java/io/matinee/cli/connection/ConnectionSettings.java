package io.matinee.cli.connection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the services.
 *
 * @param endpoints where each listens
 * @param authority the certificates that servers are trusted by (PEM); empty for the system's
 * @param certificate the caller's certificate chain (PEM), for mutual TLS
 * @param key the key that belongs to it (PEM)
 * @param token sent as a bearer token
 */
public record ConnectionSettings(
    Endpoints endpoints,
    Optional<Path> authority,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<String> token) {

  /** Settings for services without TLS and tokens. */
  public static ConnectionSettings plain(Map<Service, Endpoint> endpoints) {
    return new ConnectionSettings(
        new Endpoints(endpoints, "the service was not started"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether calls to an endpoint go through TLS. */
  public boolean encrypts(Endpoint endpoint) {
    return endpoint.encrypted() || authority.isPresent() || certificate.isPresent();
  }
}
