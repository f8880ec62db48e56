package io.matinee.bench.suite;

import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A home with a data set imported, trained on and promoted, made as a user makes it.
 *
 * @param root the repository, whose modules are built
 * @param data the ratings
 * @param home where the state lies
 */
public record PreparedHome(Path root, Path data, SuiteHome home) {
  /**
   * Runs {@code matinee demo --once} on {@code data} in {@code folder}.
   *
   * @throws IOException when the demo fails; its output is in {@code demo.log} beside the folder
   */
  public static PreparedHome make(Path root, Path data, Path folder)
      throws IOException, InterruptedException {
    PreparedHome prepared = new PreparedHome(root, data, new SuiteHome(folder));
    prepared.demo();
    return prepared;
  }

  /**
   * Runs the same again, which goes on from what is there.
   *
   * @return seconds from the start of the program to its end
   * @throws IOException as {@link #make}
   */
  public double again() throws IOException, InterruptedException {
    long start = System.nanoTime();
    demo();
    return (System.nanoTime() - start) / 1e9;
  }

  private void demo() throws IOException, InterruptedException {
    Ports ports = FreePorts.forSuite();
    Path log = home.folder().resolveSibling("demo.log");
    ProcessBuilder demo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmatinee.root=" + root,
                "-jar",
                root.resolve("cli/target/matinee.jar").toString(),
                "demo",
                "--once",
                "--home",
                home.folder().toString(),
                "--data",
                data.toString(),
                "--first-port",
                Integer.toString(ports.firstGrpc()),
                "--first-http-port",
                Integer.toString(ports.firstHttp()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    int exit = OwnedProcess.start(demo).waitFor();
    if (exit != 0) {
      throw new IOException("the demo ended with " + exit + ": " + log);
    }
  }
}
