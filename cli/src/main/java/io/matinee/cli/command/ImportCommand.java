package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Importing;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.cli.upload.UnsentFiles;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends ratings to the trainer. */
@Command(
    name = "import",
    description = {
      "Streams local files to the trainer, which imports them as a new version of a data set.",
      "Of a folder the ratings are sent, and the movies, links, tags and users beside them; nothing"
          + " else."
    })
public final class ImportCommand implements Runnable {
  /** A URI, and neither a drive nor a name with a colon. */
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private static final Pattern VERSION = Pattern.compile("datasets/[^/]+/versions/[0-9]+");

  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ReadingOptions reading;
  @Mixin RatingFilterOptions filters;

  @Parameters(
      paramLabel = "FILE",
      description =
          "a folder, a zip or a ratings file; or the file: URI of one that the trainer may read itself;"
              + " or \"datasets/D/versions/N\", for a part of it by the filters below")
  String source;

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      defaultValue = "movielens",
      description = "the data set, created when it is not there (default: ${DEFAULT-VALUE})")
  String dataset;

  @Option(
      names = "--watches",
      description =
          "the rows are watches, each of which counts as a like; ratings of the file are not read (default: so where the file names all its columns and none holds ratings)")
  boolean watches;

  @Option(
      names = "--max-rejected-share",
      paramLabel = "SHARE",
      description = "fail when more than this share of rows is bad, 0 to 1 (default: .01)")
  @Nullable Double maximumRejectedShare;

  @Option(
      names = "--minimum-votes",
      paramLabel = "COUNT",
      description =
          "describe movies by movies_metadata.csv only where so many voted at themoviedb.org; the others keep their ratings, and what other files say of them (default: all)")
  long minimumVotes;

  @Override
  public void run() {
    Console console = output.console();
    String name = ResourceNames.dataset(dataset);
    try (Connection connection = connectionOptions.open()) {
      Importing importing = new Importing(new Clients(connection), console);
      ImportRatingsResponse response =
          isAtTheTrainer() ? read(importing, name) : upload(importing, name, console);
      console.result(response, "Imported " + DatasetView.imported(response));
    }
  }

  private boolean isAtTheTrainer() {
    return URI.matcher(source).matches() || VERSION.matcher(source).matches();
  }

  private ImportRatingsResponse read(Importing importing, String name) {
    ImportRatingsRequest.Builder request =
        ImportRatingsRequest.newBuilder()
            .setDataset(name)
            .setOptions(options())
            .setRequestId(UUID.randomUUID().toString());
    return importing.read(
        VERSION.matcher(source).matches()
            ? request.setDatasetVersion(source).build()
            : request.setUri(source).build());
  }

  private ImportRatingsResponse upload(Importing importing, String name, Console console) {
    LocalFiles files = LocalFiles.at(source, reading.form());
    if (Files.isDirectory(Path.of(source))) {
      UnsentFiles.beside(files).inWords().ifPresent(console::note);
    }
    return importing.upload(
        UploadDatasetHeader.newBuilder()
            .setDataset(name)
            .setOptions(options())
            .setRequestId(UUID.randomUUID().toString())
            .build(),
        files);
  }

  private ImportOptions options() {
    ImportOptions.Builder options = reading.options().toBuilder();
    if (watches) {
      options.setEventKind(EventKind.EVENT_KIND_WATCH);
    }
    if (maximumRejectedShare != null) {
      options.setMaximumRejectedShare(maximumRejectedShare);
    }
    options.setMinimumVoteCount(minimumVotes);
    return filters.any() ? options.setFilters(filters.filters()).build() : options.build();
  }
}
