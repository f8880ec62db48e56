package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files from the wild, each imported by {@code ./matinee import} into a packaged trainer. */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCasesTest {
  private static final String RIGHT = "ok";

  private Path matinee;
  private PackagedService trainer;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    SuiteHome home = new SuiteHome(folder.resolve("home"));
    Ports ports = FreePorts.find();
    matinee =
        CommandLineProgram.script(
            folder.resolve("matinee"),
            Map.of("MATINEE_TRAINER_ENDPOINT", "127.0.0.1:" + ports.grpc(Service.TRAINER)));
    trainer = PackagedService.start(Service.TRAINER, home, ports, Map.of());
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutRight() throws Exception {
    List<String> judged = judge(ImportCases.require());

    assertThat(judged).isNotEmpty();
    return judged.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    name(line), () -> assertThat(line).startsWith(RIGHT + " ")));
  }

  /** The line that says how a case came out, of each. */
  private List<String> judge(Path cases) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
                "python3", cases.resolve("run.py").toString(), "--matinee", matinee.toString())
            .redirectErrorStream(true);
    Process process = program.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isLessThanOrEqualTo(1);
    assertThat(lines.getLast()).as(String.join("\n", lines)).matches("\\d+ passed, \\d+ failed");
    return lines.subList(0, lines.size() - 1);
  }

  private static String name(String line) {
    return line.split("[ :]+", 3)[1];
  }
}
