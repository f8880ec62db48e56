package io.matinee.cli.demo;

import io.matinee.cli.operation.Importing;
import io.matinee.cli.output.Console;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.trainer.v1.BundledSample;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Sees to it that there is data: a path that was given, else what the home holds, else a download
 * that was kept, else the official download, else the bundled sample.
 */
final class DemoData {
  private final Importing importing;
  private final SuiteHome home;
  private final DemoSettings settings;
  private final Console console;

  DemoData(Importing importing, SuiteHome home, DemoSettings settings, Console console) {
    this.importing = importing;
    this.home = home;
    this.settings = settings;
    this.console = console;
  }

  /** Whether the home already holds the data that is asked for. */
  Optional<String> held() {
    return DemoRecord.read(home)
        .filter(earlier -> earlier.serves(settings))
        .map(DemoRecord::datasetVersion)
        .filter(version -> importing.find(DemoSettings.DATASET).isPresent());
  }

  /** Imports the data and returns the data-set version's name. */
  String bring() {
    ImportRatingsRequest.Builder request =
        ImportRatingsRequest.newBuilder()
            .setDataset(DemoSettings.DATASET)
            .setOptions(settings.options())
            .setRequestId(UUID.randomUUID().toString());
    Optional<Path> path = settings.data().or(this::movieLens);
    path.ifPresentOrElse(
        found -> request.setUri(found.toUri().toString()),
        () -> request.setBundledSample(BundledSample.getDefaultInstance()));
    ImportRatingsResponse response = importing.read(request.build());
    console.note("Imported " + DatasetView.imported(response));
    String version = response.getDatasetVersion().getName();
    DemoRecord.of(settings, version).write(home);
    return version;
  }

  private Optional<Path> movieLens() {
    MovieLensDownload download = new MovieLensDownload(MovieLensDownload.OFFICIAL, home.data());
    Optional<Path> kept = download.kept();
    if (kept.isPresent()) {
      return kept;
    }
    if (settings.offline()) {
      console.note("Offline: using the bundled sample, whose ratings are synthetic.");
      return Optional.empty();
    }
    console.note("Fetching MovieLens ml-latest-small (1 MB) from " + MovieLensDownload.OFFICIAL);
    Optional<Path> fetched = download.fetch();
    if (fetched.isEmpty()) {
      console.note("It cannot be had now: using the bundled sample, whose ratings are synthetic.");
    }
    return fetched;
  }
}
