package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example notebook, on real ratings; its pictures stay in {@code cli/target/notebook}. */
@Tag("release")
class NotebookTest {
  private static final Path EXAMPLES = Repository.root().resolve("examples");
  private static final Path PICTURES = Repository.root().resolve(Path.of("cli/target/notebook"));
  private static final Path PYTHON = Repository.root().resolve(".tools/python-notebook/bin/python");

  @TempDir Path folder;
  private SuiteHome home;
  private Ports ports;

  @BeforeEach
  void prepare() throws IOException {
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
    Files.createDirectories(PICTURES);
    try (var old = Files.list(PICTURES)) {
      for (Path picture : old.toList()) {
        Files.delete(picture);
      }
    }
  }

  @AfterEach
  void stop() {
    SuiteState.of(home).stop();
  }

  @Test
  void runsFromTheFirstCellToTheLast() throws Exception {
    Path protos = folder.resolve("protos");
    matinee("protos", "--out", protos.toString());
    matinee(
        "up",
        "--home=" + home.folder(),
        "--first-port=" + ports.firstGrpc(),
        "--first-http-port=" + ports.firstHttp());
    matinee("import", "--home=" + home.folder(), MovieLensFolder.require().toString());

    python(
        Map.of(
            "MPLBACKEND", "agg",
            "MATINEE_PROTOS", protos.toString(),
            "MATINEE_FIRST_PORT", Integer.toString(ports.firstGrpc()),
            "MATINEE_PICTURES", PICTURES.toString()),
        "notebook.py");

    for (String name : List.of("data", "means", "curves", "comparison", "best-rated")) {
      assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
    }
  }

  @Test
  void isTheSameAsANotebook() throws Exception {
    Path made = folder.resolve("notebook.ipynb");
    python(Map.of(), "-m", "jupytext", "--to", "ipynb", "--output", made.toString(), "notebook.py");

    python(
        Map.of(),
        "-c",
        "import nbformat, sys; a, b = ([(c.cell_type, c.source) for c in nbformat.read(f, 4).cells] for f in sys.argv[1:]); sys.exit(a != b)",
        made.toString(),
        "notebook.ipynb");
  }

  private static void matinee(String... arguments) throws IOException, InterruptedException {
    CommandLineProgram.Result result = CommandLineProgram.run(Map.of(), arguments);
    assertThat(result.status()).as(result.output()).isZero();
  }

  private static void python(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(PYTHON.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder python =
        new ProcessBuilder(words).directory(EXAMPLES.toFile()).redirectErrorStream(true);
    python.environment().putAll(environment);
    Process process = python.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
