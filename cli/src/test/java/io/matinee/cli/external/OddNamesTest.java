package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.demo.Readiness;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and its services in a plain locale, on a home and on files of odd names. */
@Tag("external")
class OddNamesTest {
  private static final List<String> NAMES =
      List.of(
          "rating=5",
          "[a]* ?synchronous=OFF#%41",
          "${HOME} $x \\, {b,c}~",
          " it's \"q\" \u00fc\u4e2d ");
  private static final String ODD = String.join("/", NAMES);

  @TempDir Path folder;
  private SuiteHome home;
  private Ports ports;

  @BeforeEach
  void prepare() throws IOException {
    home = new SuiteHome(folder.resolve("home").resolve(ODD));
    ports = FreePorts.find();
  }

  @AfterEach
  void stop() {
    SuiteState.of(home).stop();
  }

  @Test
  void namesAreNames() throws Exception {
    Path below = Files.createDirectories(home.data().resolve(ODD));
    RatingsFile.write(below.resolve("ratings.csv"), 20, 15, 1);
    matinee(
        "up",
        "--first-port",
        text(ports.firstGrpc()),
        "--first-http-port",
        text(ports.firstHttp()));

    matinee(
        "import", home.data().resolve(NAMES.getFirst()).toUri().toString(), "--dataset", "by-path");
    matinee("import", below.toString(), "--dataset", "by-upload");
    matinee("import", zip(below.resolve("ratings.csv")).toString(), "--dataset", "by-zip");
    for (String dataset : List.of("by-path", "by-upload", "by-zip")) {
      DescribeDatasetResponse found = described(dataset);
      assertThat(found.getDatasetVersion().getCounts().getRatings()).as(dataset).isEqualTo(300);
      assertThat(found.getHistogramCount()).as(dataset).isEqualTo(5);
    }
    matinee("train", "--set", "dataset=by-path");
    matinee("alias", "set", "production", "models/movies/versions/1");
    awaitReaders();
    matinee("recommend", "--user", "1");
    matinee("similar", "1");
    matinee("down");
    assertThat(names(folder)).containsExactlyInAnyOrder("home", "files");
    Path above = folder.resolve("home");
    for (String name : NAMES) {
      assertThat(names(above)).containsExactly(name);
      above = above.resolve(name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private DescribeDatasetResponse described(String dataset) {
    try (Connection connection =
        new Connection(ConnectionSettings.plain(ports.endpoints()), Duration.ofMinutes(1))) {
      return new Clients(connection)
          .datasets()
          .describeDataset(
              DescribeDatasetRequest.newBuilder()
                  .setName("datasets/" + dataset + "/versions/1")
                  .build());
    }
  }

  private void awaitReaders() {
    try (Connection connection =
        new Connection(ConnectionSettings.plain(ports.endpoints()), Duration.ofMinutes(1))) {
      new Readiness(new Clients(connection)).await("models/movies/versions/1");
    }
  }

  private Path zip(Path ratings) throws IOException {
    Path archive = folder.resolve("files").resolve(ODD).resolve("[1]?.zip");
    Files.createDirectories(archive.getParent());
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("rating=5/[a]*/\u00fc/ratings.csv"));
      Files.copy(ratings, zip);
    }
    return archive;
  }

  private void matinee(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Repository.root().resolve("matinee").toString());
    words.addAll(List.of(arguments));
    words.add("--home");
    words.add(home.folder().toString());
    ProcessBuilder launcher = new ProcessBuilder(words).redirectErrorStream(true);
    launcher.environment().put("LC_ALL", "C");
    Process process = launcher.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", words) + "\n" + output).isZero();
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
