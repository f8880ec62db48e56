package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import io.matinee.cli.demo.Demo;
import io.matinee.cli.demo.DemoSettings;
import io.matinee.cli.output.Console;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show, on the bundled sample: the README's calls and the example clients. */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCallsTest {
  /** A call in a block of shell, and the block of JSON after it. */
  private static final Pattern CALL =
      Pattern.compile("```sh\\n(grpcurl [^`]+)```\\s+```json\\n([^`]+)```");

  /** Scores may differ in their last digits between processors. */
  private static final double TOLERANCE = .02;

  private Ports ports;
  private Suite suite;

  @BeforeAll
  void startOnTheSample(@TempDir Path folder) throws IOException {
    ports = FreePorts.find();
    SuiteHome home = new SuiteHome(folder.resolve("home"));
    suite = new Suite(Repository.root(), home, ports, false);
    suite.start();
    PrintWriter writer = new PrintWriter(new StringWriter());
    DemoSettings settings = new DemoSettings(Optional.empty(), true, Optional.empty(), 42);
    try (Connection connection = new Connection(suite.settings(), Duration.ofSeconds(60))) {
      new Demo(connection, home, settings, new Console(writer, writer, false, false)).show();
    }
  }

  @AfterAll
  void stop() {
    suite.stop();
  }

  @Test
  void everyCallAnswersAsTheReadmeShows() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    Matcher calls = CALL.matcher(readme);
    List<String> differences = new ArrayList<>();
    int count = 0;
    while (calls.find()) {
      count++;
      JsonNode expected = new ObjectMapper().readTree(calls.group(2));
      JsonNode found = Grpcurl.run(List.of("sh", "-c", onOurPorts(calls.group(1).strip())));
      compare(calls.group(1).strip() + " ", expected, found, differences);
    }

    assertThat(count).isGreaterThanOrEqualTo(3);
    assertThat(differences).isEmpty();
  }

  @Test
  void everyExampleClientGetsTenMoviesAndTheReasonOfAnError() throws Exception {
    Process check =
        new ProcessBuilder(
                Repository.root().resolve("examples/clients/check.sh").toString(),
                "127.0.0.1:" + ports.grpc(Service.SERVING),
                "1")
            .redirectErrorStream(true)
            .start();

    String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).contains("python: ok", "go: ok", "typescript: ok");
    assertThat(check.waitFor()).isZero();
  }

  private String onOurPorts(String call) {
    String moved = call;
    for (Service service : Service.values()) {
      moved =
          moved.replace(
              "localhost:" + Ports.DEFAULT.grpc(service), "127.0.0.1:" + ports.grpc(service));
    }
    return moved;
  }

  private static void compare(
      String path, JsonNode expected, JsonNode found, List<String> differences) {
    boolean numbers = expected.isNumber() && found.isNumber();
    if (numbers && Math.abs(expected.asDouble() - found.asDouble()) <= TOLERANCE) {
      return;
    }
    boolean containers =
        expected.isContainerNode()
            && expected.getNodeType() == found.getNodeType()
            && expected.size() == found.size();
    if (!containers) {
      if (!expected.equals(found)) {
        differences.add(path + ": the README has " + expected + ", the call gave " + found);
      }
      return;
    }
    expected
        .properties()
        .forEach(
            field ->
                compare(
                    path + "." + field.getKey(),
                    field.getValue(),
                    found.path(field.getKey()),
                    differences));
    for (int i = 0; expected.isArray() && i < expected.size(); i++) {
      compare(path + "[" + i + "]", expected.get(i), found.get(i), differences);
    }
  }
}
