package io.matinee.bench.suite;

import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A home with the MovieLens set imported, trained on and promoted, made as a user makes it. */
public final class PreparedHome {
  private PreparedHome() {}

  /**
   * Runs {@code matinee demo --once} on {@code data} in {@code folder}.
   *
   * @throws IOException when the demo fails; its output is on standard error
   */
  public static SuiteHome make(Path root, Path data, Path folder)
      throws IOException, InterruptedException {
    Ports ports = FreePorts.forSuite();
    Process demo =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dmatinee.root=" + root,
                    "-jar",
                    root.resolve("cli/target/matinee.jar").toString(),
                    "demo",
                    "--once",
                    "--home",
                    folder.toString(),
                    "--data",
                    data.toString(),
                    "--first-port",
                    Integer.toString(ports.firstGrpc()),
                    "--first-http-port",
                    Integer.toString(ports.firstHttp())))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling("demo.log").toFile())
            .start();
    int exit = demo.waitFor();
    if (exit != 0) {
      throw new IOException(
          "the demo ended with " + exit + ": " + folder.resolveSibling("demo.log"));
    }
    return new SuiteHome(folder);
  }
}
