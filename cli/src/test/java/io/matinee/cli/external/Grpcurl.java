package io.matinee.cli.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls services as a person with grpcurl does, by the descriptor set that the command line writes.
 *
 * @param descriptorSet the file
 */
record Grpcurl(Path descriptorSet) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode call(String address, String method, String request) {
    return run(
        List.of(
            "grpcurl",
            "-plaintext",
            "-emit-defaults",
            "-max-time",
            "60",
            "-protoset",
            descriptorSet.toString(),
            "-d",
            request,
            address,
            method));
  }

  static JsonNode run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + output);
      }
      return JSON.readTree(output);
    } catch (IOException missing) {
      throw new UncheckedIOException("grpcurl is missing, or its answer is not JSON", missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  static Stream<JsonNode> elements(JsonNode list) {
    return list.valueStream();
  }
}
