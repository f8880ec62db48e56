package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.export.BlobDownload;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a blob of a version into a file. */
@Command(
    name = "download",
    description = {
      "Writes a blob of a version into a file, e.g. rating-saved-model, a zip with the SavedModel that TensorFlow loads.",
      "The file is there whole or not at all; one of that name is replaced."
    })
public final class VersionsDownloadCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(paramLabel = "VERSION", description = "a number, or \"models/M/versions/N\"")
  String version;

  @Option(
      names = "--blob",
      required = true,
      paramLabel = "BLOB",
      description = "one of those that `versions VERSION` shows")
  String blob;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "the file")
  Path file;

  @Override
  public void run() {
    String name = ResourceNames.version(model.name(), version);
    try (Connection connection = connectionOptions.open()) {
      ModelRegistryServiceBlockingStub registry = new Clients(connection).registry();
      Blob found =
          blob(
              registry
                  .getModelVersion(GetModelVersionRequest.newBuilder().setName(name).build())
                  .getModelVersion());
      save(registry, found);
      output
          .console()
          .result(
              found,
              "Wrote %s of %s into %s: %,d bytes, SHA-256 %s"
                  .formatted(blob, name, file, found.getSizeBytes(), found.getSha256()));
    }
  }

  private Blob blob(ModelVersion from) {
    return from.getBlobsList().stream()
        .filter(candidate -> candidate.getName().equals(blob))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "%s has no blob %s; it has %s"
                        .formatted(
                            from.getName(),
                            blob,
                            from.getBlobsList().stream()
                                .map(Blob::getName)
                                .collect(Collectors.joining(", ")))));
  }

  private void save(ModelRegistryServiceBlockingStub registry, Blob found) {
    try (Progress progress = ProgressDisplay.open(output.console(), "Downloading")) {
      new BlobDownload(registry, progress).save(found, file);
    }
  }
}
