package io.matinee.cli.command;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.suite.ProcessEnding;
import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a benchmark in a process of its own. */
@Command(
    name = "bench",
    description = "Lists the benchmarks, or runs one and says which of its goals hold.")
public final class BenchCommand implements Callable<Integer> {
  private static final String MAIN_CLASS = "io.matinee.bench.BenchMain";

  /** A benchmark ends what it has started first. */
  private static final Duration GRACE = Duration.ofSeconds(45);

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "a benchmark and its arguments")
  List<String> arguments = List.of();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "N times the work of the short form, where a benchmark has one")
  int size = 1;

  @Option(names = "--seed", paramLabel = "N", description = "of what a benchmark draws")
  long seed = 1;

  @Option(names = "--json", description = "print one JSON document on standard output")
  boolean json;

  @Override
  public Integer call() {
    Path root = Repository.root();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(root.resolve(Path.of("bench", "target"))))
              .directory(root.toFile())
              .inheritIO();
      builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "2");
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-the-benchmark"));
      return process.waitFor();
    } catch (IOException refused) {
      throw new UncheckedIOException("the benchmark cannot be started", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "interrupted");
    }
  }

  private static void stop(Process process) {
    ProcessEnding.end(List.of(process.toHandle()), GRACE);
  }

  private List<String> command(Path target) throws IOException {
    Path libraries = target.resolve("classpath");
    if (!Files.isReadable(libraries)) {
      throw new CommandFailure(
          ExitCode.PROCESS,
          "the benchmarks are not built: start ./matinee bench, which builds them");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC"); // as services and workers do
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + Files.readString(libraries).strip());
    command.add(MAIN_CLASS);
    command.addAll(arguments);
    if (!arguments.isEmpty()) {
      command.add("--size=" + size);
      command.add("--seed=" + seed);
    }
    if (json) {
      command.add("--json");
    }
    return command;
  }
}
