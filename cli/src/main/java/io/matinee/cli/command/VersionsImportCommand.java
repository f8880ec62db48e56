package io.matinee.cli.command;

import com.google.longrunning.Operation;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.Training;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LinkName;
import io.matinee.cli.upload.ScorerUpload;
import io.matinee.cli.view.VersionView;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a version of factors that another program has made. */
@Command(
    name = "import",
    description = {
      "Makes a version of factors that another program has made, to be evaluated, promoted and served as any other.",
      "FILE holds movie_ids, movie_factors, user_ids and user_factors, and may hold biases, mean, scale and link: NumPy's archive (numpy.savez) or safetensors."
    })
public final class VersionsImportCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(paramLabel = "FILE", description = "a file that ends in .npz or .safetensors, say")
  Path file;

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      defaultValue = "movielens",
      description =
          "the data set of its movies and users, or a version of one (default: ${DEFAULT-VALUE})")
  String dataset;

  @Option(names = "--ranking", description = "they rank (default: unless --rating is given)")
  boolean ranking;

  @Option(names = "--rating", description = "they predict ratings")
  boolean rating;

  @Option(
      names = "--link",
      paramLabel = "LINK",
      description =
          "how a score becomes a rating: ${COMPLETION-CANDIDATES} (default: as FILE says, else none)")
  @Nullable LinkName link;

  @Option(
      names = "--regularisation",
      paramLabel = "WEIGHT",
      description = "of the fold-in of ratings (default: as FILE says, else by the link)")
  @Nullable Double regularisation;

  @Option(
      names = "--confidence",
      paramLabel = "ALPHA",
      description = "of a like in the fold-in of what only ranks (default: as FILE says, else 8)")
  @Nullable Double confidence;

  @Option(
      names = "--minimum-rating",
      paramLabel = "RATING",
      description =
          "the least rating that is a like in this fold-in (default: as FILE says, else 4 of 5)")
  @Nullable Double minimumRating;

  @ArgGroup TrainCommand.@Nullable HoldOutOptions heldOut;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      Operation run =
          new ScorerUpload(connection.channel(Service.TRAINER), console).send(header(), file);
      ModelVersion version = new Training(new Clients(connection), console).await(run);
      console.result(version, VersionView.trained(version));
    }
  }

  private ImportModelVersionHeader header() {
    ImportModelVersionHeader.Builder header =
        ImportModelVersionHeader.newBuilder()
            .setModel(model.name())
            .setDataset(ResourceNames.dataset(dataset))
            .setRequestId(UUID.randomUUID().toString());
    if (ranking || !rating) {
      header.addScorers(Task.TASK_RANKING);
    }
    if (rating) {
      header.addScorers(Task.TASK_RATING);
    }
    if (link != null) {
      header.setLink(link.contract());
    }
    if (regularisation != null) {
      header.setRegularisation(regularisation);
    }
    if (confidence != null) {
      header.setConfidence(confidence);
    }
    if (minimumRating != null) {
      header.setMinimumRating(minimumRating);
    }
    if (heldOut != null) {
      TrainingSettings chosen = heldOut.over(new TrainingSettings(Map.of("dataset", dataset)));
      new HoldOutSettings(chosen.values()).rule().ifPresent(header::setHoldOut);
    }
    return header.build();
  }
}
