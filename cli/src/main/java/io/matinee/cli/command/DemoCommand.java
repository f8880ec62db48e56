package io.matinee.cli.command;

import io.matinee.cli.connection.Connection;
import io.matinee.cli.demo.Demo;
import io.matinee.cli.demo.DemoSettings;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.view.SuiteView;
import io.matinee.proto.trainer.v1.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole of Matinee on this machine. */
@Command(
    name = "demo",
    description = {
      "Starts the four services, imports data, trains, evaluates, promotes and shows recommendations.",
      "Runs until Ctrl-C. A second start with the same --home goes on from what is there."
    })
public final class DemoCommand implements Runnable {
  private static final Duration CALL_LIMIT = Duration.ofSeconds(60);

  @Mixin SuiteOptions suiteOptions;
  @Mixin OutputOptions output;
  @Mixin ReadingOptions reading;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "ratings to use: a folder, zip or single file, as `import` takes them")
  @Nullable Path data;

  @Option(
      names = "--offline",
      description = "do not try to fetch MovieLens; use the bundled sample")
  boolean offline;

  @Option(names = "--once", description = "end after printing, instead of waiting for Ctrl-C")
  boolean once;

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "whom to recommend to (default: the user with the most ratings)")
  @Nullable String user;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description = "seed of training and intervals (default: ${DEFAULT-VALUE})")
  long seed;

  @Override
  public void run() {
    DemoSettings settings = settings();
    Console console = output.console();
    SuiteHome home = suiteOptions.home();
    Suite suite =
        new Suite(Repository.root(), home, suiteOptions.ports(), false, settings.importRoots());
    Thread stopper = new Thread(suite::stop, "stop-the-suite");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      console.note("Starting four services; state and logs in " + home.folder());
      suite.start();
      suite.supervise((service, news) -> console.note(service.id() + " " + news));
      if (!console.json()) {
        console.line(SuiteView.started(suite, home));
      }
      try (Connection connection = new Connection(suite.settings(), CALL_LIMIT)) {
        new Demo(connection, home, settings, console).show();
      }
      if (!once) {
        console.note("Running; Ctrl-C stops all of it.");
        awaitInterrupt();
      }
    } finally {
      suite.stop();
    }
  }

  private DemoSettings settings() {
    ImportOptions options = reading.options("--data", data != null);
    return new DemoSettings(
        Optional.ofNullable(data).map(DemoCommand::requireReadable),
        options,
        offline,
        Optional.ofNullable(user),
        seed);
  }

  private static Path requireReadable(Path path) {
    if (!Files.isReadable(path)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          path
              + " does not exist or cannot be read; --data takes a folder, a zip or a ratings file");
    }
    return path.toAbsolutePath().normalize();
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
