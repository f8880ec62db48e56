package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.HeldOutFile;
import io.matinee.cli.operation.NewestVersion;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.Splitting;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.cli.view.SplitView;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.FoldHoldOut;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ListSplitsResponse;
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

/** Makes a split, or several by folds. */
@Command(
    name = "create",
    description = {
      "Makes a split, by which ./matinee train --split SPLIT holds out from then on.",
      "With --folds it makes SPLIT-1 to SPLIT-K: each rating is held out by exactly one of them."
    })
public final class SplitsCreateCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ReadingOptions reading;

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
            "by a rule: share=.2 (by chance; with ,salt=WORD another one), last_per_user=1, last_share=.2 or time_cut=2018-01-31T00:00:00Z")
    @Nullable String rule;

    @Option(
        names = "--held-out",
        paramLabel = "FILE",
        description =
            "the ratings of a file, imported for it as the new data set DATASET-SPLIT: whatever ./matinee import takes, on the scale of DATASET unless --scale says another one")
    @Nullable String file;

    @Option(
        names = "--ratings-of",
        paramLabel = "VERSION",
        description = "the ratings of another version, \"datasets/D/versions/N\"")
    @Nullable String version;

    @Option(
        names = "--folds",
        paramLabel = "K",
        description =
            "the folds of a cross-validation, 2 to 100, a split for each: SPLIT-1, SPLIT-2, ...")
    @Nullable Integer folds;
  }

  @Option(
      names = "--salt",
      paramLabel = "SALT",
      description = "with --folds: another salt makes other folds")
  @Nullable String salt;

  @Override
  public void run() {
    Console console = output.console();
    ImportOptions written = reading.options("--held-out", chosen.file != null);
    if (salt != null && chosen.folds == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--salt does nothing without --folds; a rule takes one itself: share=.2,salt=WORD");
    }
    try (Connection connection = connectionOptions.open()) {
      Clients clients = new Clients(connection);
      if (chosen.folds == null) {
        Split made = make(clients, console, written);
        console.result(made, SplitView.list(List.of(made)));
      } else {
        ListSplitsResponse made = makeFolds(clients, console, chosen.folds);
        console.result(made, SplitView.list(made.getSplitsList()));
      }
    }
  }

  private Split make(Clients clients, Console console, ImportOptions written) {
    return chosen.file == null
        ? new Splitting(clients, console)
            .make(request(ResourceNames.dataset(dataset), split).setRule(rule()).build())
        : new HeldOutFile(clients, console)
            .make(
                LocalFiles.at(chosen.file, reading.form()),
                written,
                request(ResourceNames.dataset(dataset), split).build());
  }

  /** Makes all folds of one version, whatever is imported meanwhile. */
  private ListSplitsResponse makeFolds(Clients clients, Console console, int folds) {
    String version = NewestVersion.of(clients.datasets(), ResourceNames.dataset(dataset));
    ListSplitsResponse.Builder made = ListSplitsResponse.newBuilder();
    for (int fold = 1; fold <= folds; fold++) {
      FoldHoldOut rule =
          FoldHoldOut.newBuilder()
              .setFoldCount(folds)
              .setFold(fold)
              .setSalt(salt == null ? "" : salt)
              .build();
      made.addSplits(
          new Splitting(clients, console)
              .make(
                  request(version, split + "-" + fold)
                      .setRule(SplitRule.newBuilder().setFold(rule))
                      .build()));
    }
    return made.build();
  }

  private static CreateSplitRequest.Builder request(String dataset, String id) {
    return CreateSplitRequest.newBuilder()
        .setDataset(dataset)
        .setSplitId(id)
        .setRequestId(UUID.randomUUID().toString());
  }

  private SplitRule rule() {
    return chosen.rule == null
        ? SplitRule.newBuilder().setRatingsOf(String.valueOf(chosen.version)).build()
        : HoldOutSettings.splitRule(chosen.rule);
  }
}
