package io.matinee.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.TextFormat;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an earlier demo made in a home, so that a later one need not do it again.
 *
 * @param data the path that was imported; empty when the choice was the demo's own
 * @param options how it was said to be written
 * @param datasetVersion what the import made
 */
record DemoRecord(
    @JsonProperty("data") String data,
    @JsonProperty("options") String options,
    @JsonProperty("datasetVersion") String datasetVersion) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a demo made of what it was asked for. */
  static DemoRecord of(DemoSettings settings, String datasetVersion) {
    return new DemoRecord(
        settings.data().map(Path::toString).orElse(""),
        TextFormat.printer().emittingSingleLine(true).printToString(settings.options()),
        datasetVersion);
  }

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

  /**
   * Whether this is what the settings ask for: the same path, read alike, or no path in particular.
   */
  boolean serves(DemoSettings settings) {
    return settings.data().isEmpty() || of(settings, datasetVersion).equals(this);
  }

  private static Path file(SuiteHome home) {
    return home.folder().resolve("demo.json");
  }
}
