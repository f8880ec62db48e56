package io.matinee.trainer.worker;

import ai.djl.Application;
import io.matinee.trainer.algorithm.tensorflow.TensorFlowLibrary;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBDriver;

/** The versions of what a run was computed with. */
final class LibraryVersions {

  private LibraryVersions() {}

  static Map<String, String> inUse() {
    return Map.of(
        "java", Runtime.version().toString(),
        "djl", version(Application.class),
        "tensorflow", TensorFlowLibrary.version(),
        "duckdb", version(DuckDBDriver.class));
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("unknown");
  }
}
