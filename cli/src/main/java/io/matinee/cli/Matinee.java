package io.matinee.cli;

import io.matinee.cli.command.AlgorithmsCommand;
import io.matinee.cli.command.AliasCommand;
import io.matinee.cli.command.BenchCommand;
import io.matinee.cli.command.DatasetsCommand;
import io.matinee.cli.command.DemoCommand;
import io.matinee.cli.command.DownCommand;
import io.matinee.cli.command.EvaluateCommand;
import io.matinee.cli.command.EvaluationsCommand;
import io.matinee.cli.command.ImportCommand;
import io.matinee.cli.command.ModelsCommand;
import io.matinee.cli.command.PrepareCommand;
import io.matinee.cli.command.ProtosCommand;
import io.matinee.cli.command.RateCommand;
import io.matinee.cli.command.RecommendCommand;
import io.matinee.cli.command.SimilarCommand;
import io.matinee.cli.command.SplitsCommand;
import io.matinee.cli.command.StatusCommand;
import io.matinee.cli.command.TestCommand;
import io.matinee.cli.command.TrainCommand;
import io.matinee.cli.command.UpCommand;
import io.matinee.cli.command.VersionsCommand;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.failure.FailureReport;
import io.matinee.cli.output.JsonText;
import io.matinee.cli.output.PlainText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The matinee command line. */
@Command(
    name = "./matinee",
    description = "Matinee: movie recommendations over gRPC.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      DatasetsCommand.class,
      SplitsCommand.class,
      AlgorithmsCommand.class,
      TrainCommand.class,
      ModelsCommand.class,
      VersionsCommand.class,
      AliasCommand.class,
      RecommendCommand.class,
      SimilarCommand.class,
      RateCommand.class,
      EvaluateCommand.class,
      EvaluationsCommand.class,
      BenchCommand.class,
      ProtosCommand.class,
      PrepareCommand.class,
      TestCommand.class
    })
public final class Matinee implements Runnable {
  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
  private static final OptionSpec VERSION =
      OptionSpec.builder("-V", "--version")
          .versionHelp(true)
          .description("show the version")
          .build();

  @Spec CommandSpec command;

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the command line with all subcommands, help and error handling. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Matinee());
    line.setParameterExceptionHandler((failure, _) -> reportUsage(failure));
    line.setExecutionExceptionHandler((failure, failed, parsed) -> report(failure, failed));
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false);
    line.getCommandSpec().versionProvider(() -> new String[] {version()}).addOption(VERSION);
    addHelp(line);
    Map<String, String> codes = new LinkedHashMap<>();
    Arrays.stream(ExitCode.values())
        .forEach(code -> codes.put(" %2d".formatted(code.number()), code.meaning()));
    line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
    return line;
  }

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }

  private static String version() {
    return "Matinee "
        + Optional.ofNullable(Matinee.class.getPackage().getImplementationVersion())
            .orElse("of an unpacked build");
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec().addOption(HELP);
    line.getSubcommands().values().forEach(Matinee::addHelp);
  }

  /** One line, what may have been meant, and where the help is, which would scroll these away. */
  private static int reportUsage(ParameterException failure) {
    CommandLine failed = failure.getCommandLine();
    PrintWriter err = failed.getErr();
    err.println("matinee: " + PlainText.line(String.valueOf(failure.getMessage())));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See %s --help".formatted(failed.getCommandSpec().qualifiedName()));
    err.flush();
    return ExitCode.USAGE.number();
  }

  private static int report(Exception failure, CommandLine failed) {
    FailureReport report = FailureReport.of(failure);
    PrintWriter err = failed.getErr();
    err.println("matinee: " + report.line());
    err.flush();
    if (failed.getParseResult().hasMatchedOption("--json")) {
      failed.getOut().println(JsonText.of(report.document()));
      failed.getOut().flush();
    }
    return report.exitCode().number();
  }
}
