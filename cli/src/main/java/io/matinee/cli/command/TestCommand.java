package io.matinee.cli.command;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Stands for "test" in the help; the launcher runs the tests itself, since they build this program.
 */
@Command(
    name = "test",
    description = {
      "Runs every test that Maven alone can run, all or those of one module.",
      "Only the launcher can do it: start ./matinee test in the repository."
    })
public final class TestCommand implements Runnable {
  @Parameters(arity = "0..1", paramLabel = "MODULE", description = "e.g. model")
  List<String> module = List.of();

  @Option(
      names = "--fast",
      description =
          "without TensorFlow, processes, packaging and linters: under 2 minutes once compiled")
  boolean fast;

  @Option(
      names = "--external",
      description =
          "those that need grpcurl, buf, helm, kubeconform, python3, go, node, npm and MATINEE_DATA")
  boolean external;

  @Option(
      names = "--release",
      description =
          "those that need Python's TensorFlow and the libraries of all platforms, 450 MB at the first time")
  boolean release;

  @Override
  public void run() {
    throw new CommandFailure(
        ExitCode.USAGE, "tests are run by the launcher: start ./matinee test in the repository");
  }
}
