package io.matinee.cli.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Service configs as gRPC for Java takes them. */
public final class ServiceConfigs {
  private ServiceConfigs() {}

  /** Reads a file that {@link ContractFiles} wrote. */
  public static Map<String, Object> read(Path file) throws IOException {
    return map(new ObjectMapper().readValue(file.toFile(), Map.class));
  }

  private static Map<String, Object> map(Map<?, ?> json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.forEach((name, value) -> map.put((String) name, value(value)));
    return map;
  }

  /** Numbers must be doubles. */
  private static Object value(Object json) {
    return switch (json) {
      case Map<?, ?> nested -> map(nested);
      case List<?> list -> list.stream().map(ServiceConfigs::value).toList();
      case Number number -> number.doubleValue();
      default -> json;
    };
  }
}
