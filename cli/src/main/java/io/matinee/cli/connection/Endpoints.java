package io.matinee.cli.connection;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the services listen, as far as that is known.
 *
 * @param known the endpoints that are known
 * @param remedy what is wrong, and what to do about it, when one is asked for that is not known
 */
public record Endpoints(Map<Service, Endpoint> known, String remedy) {

  /** Copies the endpoints. */
  public Endpoints {
    known = Map.copyOf(known);
  }

  /** Returns the endpoints of services that listen on this machine's default ports. */
  public static Endpoints standard() {
    Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      endpoints.put(service, Endpoint.local(service.defaultPort()));
    }
    return new Endpoints(endpoints, "");
  }

  /** Returns these endpoints, but the given ones in place of those of the same services. */
  Endpoints replacedBy(Map<Service, Endpoint> others) {
    Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    endpoints.putAll(known);
    endpoints.putAll(others);
    return new Endpoints(endpoints, remedy);
  }

  /**
   * Returns where a service listens.
   *
   * @throws CommandFailure with the remedy when that is not known
   */
  public Endpoint of(Service service) {
    Endpoint endpoint = known.get(service);
    if (endpoint == null) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, remedy);
    }
    return endpoint;
  }
}
