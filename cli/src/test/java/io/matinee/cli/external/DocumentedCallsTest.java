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
import io.matinee.proto.trainer.v1.ImportOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents show: the README's calls and the example clients on the bundled sample, then
 * the quick start on real ratings.
 */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentedCallsTest {
  /** A call in a block of shell, and the block of JSON after it. */
  private static final Pattern CALL =
      Pattern.compile("```sh\\n(grpcurl [^`]+)```\\s+```json\\n([^`]+)```");

  /** A call in a block without a language, and what it prints. */
  private static final Pattern ERROR = Pattern.compile("```\\n\\$ (grpcurl [^\\n]+)\\n([^`]+)```");

  private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\": \"[0-9a-f]+\"");

  /** A line of the block that keeps services running; the suite runs already. */
  private static final Pattern QUICK_START =
      Pattern.compile("(?m)^ {4}\\.(/matinee (?!demo|up|down)(?!.*--home).+)$");

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
    DemoSettings settings =
        new DemoSettings(
            Optional.empty(), ImportOptions.getDefaultInstance(), true, Optional.empty(), 42);
    try (Connection connection = new Connection(suite.settings(), Duration.ofSeconds(60))) {
      new Demo(connection, home, settings, new Console(writer, writer, false, false)).show();
    }
  }

  @AfterAll
  void stop() {
    suite.stop();
  }

  @Test
  @Order(1)
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
  @Order(1)
  void anErrorIsAsTheReadmeShows() throws Exception {
    Matcher block = ERROR.matcher(Files.readString(Repository.root().resolve("README.md")));
    assertThat(block.find()).isTrue();

    String output = output(shell(onOurPorts(block.group(1)), Repository.root()).start());

    assertThat(withoutRequestId(output)).startsWith(withoutRequestId(block.group(2)));
  }

  @Test
  @Order(1)
  void everyExampleClientGetsTenMoviesAndTheReasonOfAnErrorAndUploads(@TempDir Path folder)
      throws Exception {
    RatingsFile.write(folder.resolve("ratings.csv"), 20, 15, 1);
    String line =
        "examples/clients/check.sh 127.0.0.1:%d 127.0.0.1:%d '%s' 1"
            .formatted(ports.grpc(Service.SERVING), ports.grpc(Service.TRAINER), folder);
    Process check = shell(line, Repository.root()).start();

    assertThat(output(check))
        .contains("python: ok", "go: ok", "typescript: ok", "java: ok")
        .contains("python: upload ok", "go: upload ok", "typescript: upload ok", "java: upload ok");
    assertThat(check.waitFor()).isZero();
  }

  @Test
  @Order(2)
  void everyCommandOfTheQuickStartWorks(@TempDir Path folder) throws Exception {
    zipRealRatings(folder.resolve("ratings.zip"));
    List<String> commands =
        QUICK_START
            .matcher(Files.readString(Repository.root().resolve("docs/quick-start.md")))
            .results()
            .map(command -> command.group(1))
            .toList();
    assertThat(commands).hasSizeGreaterThan(6);
    for (String command : commands) {
      Process process = shell(Repository.root() + command, folder).start();
      String output = output(process);

      assertThat(process.waitFor()).as(command + "\n" + output).isZero();
    }
  }

  /** A line of shell that finds the suite, not started yet. */
  private ProcessBuilder shell(String line, Path folder) {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    for (Service service : Service.values()) {
      shell
          .environment()
          .put(
              "MATINEE_" + service.id().toUpperCase(Locale.ROOT) + "_ENDPOINT",
              "127.0.0.1:" + ports.grpc(service));
    }
    return shell;
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void zipRealRatings(Path file) throws IOException {
    Path source = MovieLensFolder.require();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("ratings.csv", "movies.csv", "links.csv", "tags.csv")) {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(source.resolve(name), zip);
        zip.closeEntry();
      }
    }
  }

  private static String withoutRequestId(String output) {
    return REQUEST_ID.matcher(output).replaceAll("").strip();
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
