package io.matinee.cli.command;

import com.google.longrunning.Operation;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Training;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.VersionView;
import io.matinee.proto.model.v1.ModelVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a version. */
@Command(
    name = "train",
    description = {
      "Trains a ranking and a rating scorer and publishes them as one new version.",
      "Settings come from a YAML file; --set, --hold-out and --split win over it. Keys: model, dataset, seed, device (auto, cpu, gpu), preset, hold_out.share,"
          + " hold_out.salt, hold_out.last_per_user, hold_out.last_share,"
          + " hold_out.time_cut, hold_out.stored_split, ranking.algorithm, rating.algorithm"
          + " (none leaves one out), ranking.KEY, rating.KEY.",
      "A preset (./matinee algorithms lists them) trains one scorer that predicts ratings and orders lists."
    })
public final class TrainCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(arity = "0..1", paramLabel = "SETTINGS.yaml", description = "a file of settings")
  @Nullable Path settingsFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one setting, e.g. --set rating.epochs=5; may be repeated")
  Map<String, String> settings = Map.of();

  @ArgGroup(exclusive = false)
  @Nullable PresetOptions preset;

  /** Which preset to train. */
  static final class PresetOptions {
    @Option(
        names = "--preset",
        paramLabel = "PRESET",
        required = true,
        description = "train a preset, e.g. notebook-001-v2, in place of a ranker and a predictor")
    String id = "";

    @Option(
        names = "--as-written",
        description = "the preset with the faults of its notebook, where it has any")
    boolean asWritten;

    TrainingSettings over(TrainingSettings settings) {
      return settings.with(Map.of("preset", asWritten ? id + "-as-written" : id));
    }
  }

  @ArgGroup @Nullable HoldOutOptions heldOut;

  /** What to keep from training. */
  static final class HoldOutOptions {
    @Option(
        names = "--hold-out",
        paramLabel = "RULE",
        description =
            "what to keep from training: none, share=.2, last_per_user=1, last_share=.2 or time_cut=2018-01-31T00:00:00Z")
    @Nullable String rule;

    @Option(
        names = "--split",
        paramLabel = "SPLIT",
        description = "keep what a split of the data set holds out (./matinee splits create)")
    @Nullable String split;

    TrainingSettings over(TrainingSettings settings) {
      return split == null ? settings.holdingOut(String.valueOf(rule)) : settings.splitting(split);
    }
  }

  @Option(
      names = "--require-unremarkable-data",
      description = "train only if the check of the data-set version has found nothing")
  boolean requireUnremarkableData;

  @Option(names = "--no-wait", description = "return once the run has begun")
  boolean noWait;

  @Override
  public void run() {
    Console console = output.console();
    TrainingSettings fromFile =
        settingsFile == null ? new TrainingSettings(Map.of()) : TrainingSettings.read(settingsFile);
    TrainingSettings given = fromFile.with(settings);
    TrainingSettings set = preset == null ? given : preset.over(given);
    TrainingSettings all = heldOut == null ? set : heldOut.over(set);
    try (Connection connection = connectionOptions.open()) {
      Training training = new Training(new Clients(connection), console);
      HyperParameterTexts texts =
          new HyperParameterTexts(() -> training.algorithms().getAlgorithmsList());
      Operation run =
          training.start(
              all.request(UUID.randomUUID().toString(), texts).toBuilder()
                  .setRequireUnremarkableData(requireUnremarkableData)
                  .build());
      if (noWait) {
        console.result(run, "Started " + run.getName());
        return;
      }
      ModelVersion version = training.await(run);
      console.result(version, VersionView.trained(version));
    }
  }
}
