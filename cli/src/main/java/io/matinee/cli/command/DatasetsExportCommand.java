package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.export.DatasetExport;
import io.matinee.cli.export.FileContent;
import io.matinee.cli.export.FileFormat;
import io.matinee.cli.operation.NewestVersion;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a data set holds into a file. */
@Command(
    name = "export",
    description = {
      "Writes the ratings of a data set, the rows that its import rejected, or either part of a split into a file.",
      "The file is there whole or not at all; one of that name is replaced. What is no file, such as a pipe, is written straight through."
    })
public final class DatasetsExportCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      paramLabel = "DATASET",
      description = "a data set (its newest version), or \"datasets/D/versions/N\"")
  String dataset;

  @Option(
      names = "--what",
      paramLabel = "PART",
      defaultValue = "ratings",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  FileContent content;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: as the file's name ends, else csv)")
  @Nullable FileFormat format;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "the split whose part is written, for training and held-out")
  @Nullable String split;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "the file")
  Path file;

  @Override
  public void run() {
    try (Connection connection = connectionOptions.open()) {
      DatasetServiceBlockingStub datasets = new Clients(connection).datasets();
      String version = NewestVersion.of(datasets, ResourceNames.dataset(dataset));
      ExportDatasetHeader written = save(datasets, request(version));
      output
          .console()
          .result(
              written,
              "Wrote the %s of %s into %s: %,d bytes, SHA-256 %s"
                  .formatted(
                      content.words(eventKind(datasets, version)),
                      version,
                      file,
                      written.getSizeBytes(),
                      written.getSha256()));
    }
  }

  private static EventKind eventKind(DatasetServiceBlockingStub datasets, String version) {
    return datasets
        .getDatasetVersion(GetDatasetVersionRequest.newBuilder().setName(version).build())
        .getDatasetVersion()
        .getEventKind();
  }

  private ExportDatasetHeader save(
      DatasetServiceBlockingStub datasets, ExportDatasetRequest request) {
    try (Progress progress = ProgressDisplay.open(output.console(), "Exporting")) {
      return new DatasetExport(datasets, progress).save(request, file);
    }
  }

  private ExportDatasetRequest request(String version) {
    return ExportDatasetRequest.newBuilder()
        .setName(version)
        .setContent(content.contract())
        .setFormat(FileFormat.of(file, Optional.ofNullable(format)).contract())
        .setSplit(split == null ? "" : ResourceNames.split(version, split))
        .build();
  }
}
