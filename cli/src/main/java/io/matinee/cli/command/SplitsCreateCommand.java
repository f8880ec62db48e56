package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.HeldOutFile;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.Splitting;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.SplitView;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a split. */
@Command(
    name = "create",
    description = "Makes a split, by which ./matinee train --split SPLIT holds out from then on.")
public final class SplitsCreateCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      description = "a data set (its newest version), or \"datasets/D/versions/N\"")
  String dataset;

  @Parameters(index = "1", paramLabel = "SPLIT", description = "its name, e.g. last-month")
  String split;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  Chosen chosen;

  /** What is held out. */
  static final class Chosen {
    @Option(
        names = "--hold-out",
        paramLabel = "RULE",
        description =
            "by a rule: share=.2, last_per_user=1, last_share=.2 or time_cut=2018-01-31T00:00:00Z")
    @Nullable String rule;

    @Option(
        names = "--held-out",
        paramLabel = "FILE",
        description =
            "the ratings of a file, imported for it as the new data set DATASET-SPLIT: whatever ./matinee import takes")
    @Nullable String file;

    @Option(
        names = "--ratings-of",
        paramLabel = "VERSION",
        description = "the ratings of another version, \"datasets/D/versions/N\"")
    @Nullable String version;
  }

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      Split made = make(new Clients(connection), console);
      console.result(made, SplitView.list(List.of(made)));
    }
  }

  private Split make(Clients clients, Console console) {
    CreateSplitRequest request =
        CreateSplitRequest.newBuilder()
            .setDataset(ResourceNames.dataset(dataset))
            .setSplitId(split)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    return chosen.file == null
        ? new Splitting(clients, console).make(request.toBuilder().setRule(rule()).build())
        : new HeldOutFile(clients, console).make(chosen.file, request);
  }

  private SplitRule rule() {
    return chosen.rule == null
        ? SplitRule.newBuilder().setRatingsOf(String.valueOf(chosen.version)).build()
        : HoldOutSettings.splitRule(chosen.rule);
  }
}
