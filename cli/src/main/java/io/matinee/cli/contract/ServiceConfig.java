package io.matinee.cli.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How gRPC clients call a service: spread over all replicas that are healthy, and with reads
 * repeated when a replica goes away or has too much to do (gRPC's service config, as JSON). A read
 * is known by its name; what changes something is left to its caller, who knows its request id.
 */
public final class ServiceConfig {
  private static final List<String> READS =
      List.of("Get", "BatchGet", "List", "Search", "Find", "Recommend", "Predict", "Describe");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ServiceConfig() {}

  /** Returns the config of a service. */
  public static String of(ServiceDescriptor service) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("loadBalancingConfig", List.of(Map.of("round_robin", Map.of())));
    config.put("healthCheckConfig", Map.of("serviceName", service.getFullName()));
    config.put("methodConfig", methods(service));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps, lists and texts are JSON", impossible);
    }
  }

  /**
   * Returns a config as channels of gRPC for Java take it, which want all numbers as doubles.
   *
   * @throws IllegalArgumentException when it is not one that {@link #of} made
   */
  public static Map<String, Object> forChannel(String config) {
    try {
      return map(JSON.readValue(config, Map.class));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("not a service config", malformed);
    }
  }

  private static Map<String, Object> map(Map<?, ?> json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.forEach((name, value) -> map.put((String) name, value(value)));
    return map;
  }

  private static Object value(Object json) {
    return switch (json) {
      case Map<?, ?> nested -> map(nested);
      case List<?> list -> list.stream().map(ServiceConfig::value).toList();
      case Number number -> number.doubleValue();
      default -> json;
    };
  }

  private static List<Map<String, Object>> methods(ServiceDescriptor service) {
    List<Map<String, Object>> reads =
        service.getMethods().stream()
            .filter(ServiceConfig::isRead)
            .<Map<String, Object>>map(
                method -> ordered("service", service.getFullName(), "method", method.getName()))
            .toList();
    return reads.isEmpty()
        ? List.of()
        : List.of(
            ordered(
                "name", reads, "waitForReady", true, "timeout", "15s", "retryPolicy", retries()));
  }

  private static boolean isRead(MethodDescriptor method) {
    return !method.isServerStreaming() && READS.stream().anyMatch(method.getName()::startsWith);
  }

  private static Map<String, Object> retries() {
    return ordered(
        "maxAttempts",
        5,
        "initialBackoff",
        "0.1s",
        "maxBackoff",
        "2s",
        "backoffMultiplier",
        2,
        "retryableStatusCodes",
        List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED"));
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
