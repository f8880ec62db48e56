package io.matinee.cli.suite;

import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import java.util.EnumMap;
import java.util.Map;

/**
 * The ports of a suite: four in a row for gRPC, four for HTTP.
 *
 * @param firstGrpc the trainer's gRPC port, 1 to 65,532
 * @param firstHttp the trainer's HTTP port, 1 to 65,532
 */
public record Ports(int firstGrpc, int firstHttp) {
  /** 9001-9004 and 8081-8084. */
  public static final Ports DEFAULT = new Ports(9001, 8081);

  /** Returns the gRPC port of a service. */
  public int grpc(Service service) {
    return firstGrpc + service.portOffset();
  }

  /** Returns the HTTP port of a service: metrics and health. */
  public int http(Service service) {
    return firstHttp + service.portOffset();
  }

  /** Where the services listen. */
  public Map<Service, Endpoint> endpoints() {
    Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      endpoints.put(service, Endpoint.local(grpc(service)));
    }
    return endpoints;
  }
}
