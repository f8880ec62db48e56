package io.matinee.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an earlier demo made in a home, so that a later one need not do it again.
 *
 * @param data the path that was imported; empty when the choice was the demo's own
 * @param datasetVersion what the import made
 */
record DemoRecord(
    @JsonProperty("data") String data, @JsonProperty("datasetVersion") String datasetVersion) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Optional<DemoRecord> read(SuiteHome home) {
    try {
      return Optional.of(JSON.readValue(file(home).toFile(), DemoRecord.class));
    } catch (IOException missingOrTorn) {
      return Optional.empty();
    }
  }

  void write(SuiteHome home) {
    try {
      JSON.writeValue(file(home).toFile(), this);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot write " + file(home), refused);
    }
  }

  /** Whether this is what the settings ask for: the same path, or no path in particular. */
  boolean serves(DemoSettings settings) {
    return settings.data().map(path -> path.toString().equals(data)).orElse(true);
  }

  private static Path file(SuiteHome home) {
    return home.folder().resolve("demo.json");
  }
}
