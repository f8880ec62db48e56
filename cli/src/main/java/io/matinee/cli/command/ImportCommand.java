package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.Importing;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.proto.trainer.v1.UploadRatingsHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends ratings to the trainer. */
@Command(
    name = "import",
    description = {
      "Streams a local file to the trainer, which imports it as a new version of a data set.",
      "A folder is sent as a zip of its files."
    })
public final class ImportCommand implements Runnable {
  /** The names of the file forms on the command line. */
  enum Form {
    /** MovieLens csv. */
    csv(RatingsForm.RATINGS_FORM_MOVIELENS_CSV),
    /** MovieLens ratings.dat. */
    dat(RatingsForm.RATINGS_FORM_MOVIELENS_DAT),
    /** MovieLens u.data. */
    data(RatingsForm.RATINGS_FORM_MOVIELENS_DATA);

    private final RatingsForm contract;

    Form(RatingsForm contract) {
      this.contract = contract;
    }
  }

  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(paramLabel = "FILE", description = "a ratings file, a zip, or a folder")
  Path file;

  @Option(
      names = "--dataset",
      defaultValue = "movielens",
      description = "the data set, created when it is not there (default: ${DEFAULT-VALUE})")
  String dataset;

  @Option(
      names = "--form",
      description = "how the file is written: ${COMPLETION-CANDIDATES} (default: found out)")
  @Nullable Form form;

  @Option(
      names = "--scale",
      paramLabel = "MINIMUM:MAXIMUM:STEP",
      description = "the scale of the ratings (default: the form's own)")
  @Nullable String scale;

  @Option(
      names = "--max-rejected-share",
      paramLabel = "SHARE",
      description = "fail when more than this share of rows is bad, 0 to 1 (default: .01)")
  @Nullable Double maximumRejectedShare;

  @Override
  public void run() {
    Console console = output.console();
    UploadRatingsHeader header =
        UploadRatingsHeader.newBuilder()
            .setDataset(ResourceNames.dataset(dataset))
            .setFileName(fileName())
            .setOptions(options())
            .setRequestId(UUID.randomUUID().toString())
            .build();
    try (Connection connection = connectionOptions.open()) {
      ImportRatingsResponse response =
          new Importing(new Clients(connection), console).upload(header, file);
      console.result(response, "Imported " + DatasetView.imported(response));
    }
  }

  private String fileName() {
    String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
    return Files.isDirectory(file) ? name + ".zip" : name;
  }

  private ImportOptions options() {
    ImportOptions.Builder options = ImportOptions.newBuilder();
    if (form != null) {
      options.setForm(form.contract);
    }
    if (scale != null) {
      options.setScale(parse(scale));
    }
    if (maximumRejectedShare != null) {
      options.setMaximumRejectedShare(maximumRejectedShare);
    }
    return options.build();
  }

  private static RatingScale parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 3) {
        return RatingScale.newBuilder()
            .setMinimum(Float.parseFloat(parts[0]))
            .setMaximum(Float.parseFloat(parts[1]))
            .setStep(Float.parseFloat(parts[2]))
            .build();
      }
    } catch (NumberFormatException notANumber) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static CommandFailure malformed(String text) {
    return new CommandFailure(
        ExitCode.USAGE, "\"" + text + "\" is not a scale; give MINIMUM:MAXIMUM:STEP, e.g. .5:5:.5");
  }
}
