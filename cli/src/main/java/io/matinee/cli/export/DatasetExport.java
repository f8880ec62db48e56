package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.progress.Progress;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Takes exports of data sets into files, as {@link ExportedFile}.
 *
 * @param datasets the trainer's data sets
 * @param progress shows how much has come
 */
public record DatasetExport(DatasetServiceBlockingStub datasets, Progress progress) {
  /**
   * Takes an export; a file of that name, or that a link of that name leads to, is replaced.
   *
   * @return what was sent
   * @throws CommandFailure when the file cannot be written, or what came is not what was announced
   * @throws io.grpc.StatusRuntimeException when the trainer refuses or ends it
   */
  public ExportDatasetHeader save(ExportDatasetRequest request, Path file) {
    ExportPart written =
        new ExportedFile(progress)
            .save(
                () ->
                    datasets
                        .withDeadlineAfter(ExportedFile.DEADLINE_HOURS, TimeUnit.HOURS)
                        .exportDataset(request),
                DatasetExport::part,
                file);
    return ExportDatasetHeader.newBuilder()
        .setSizeBytes(written.sizeBytes())
        .setSha256(written.sha256())
        .build();
  }

  private static ExportPart part(ExportDatasetResponse response) {
    ExportDatasetHeader header = response.getHeader();
    return new ExportPart(header.getSizeBytes(), header.getSha256(), response.getChunk());
  }
}
