package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.progress.Progress;
import io.matinee.proto.trainer.v1.ExportModelVersionHeader;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ExportModelVersionResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Takes scorers of versions into files, as {@link ExportedFile}.
 *
 * @param registry the trainer's registry
 * @param progress shows how much has come
 */
public record ScorerExport(ModelRegistryServiceBlockingStub registry, Progress progress) {
  /**
   * Takes an export; a file of that name, or that a link of that name leads to, is replaced.
   *
   * @return what was sent
   * @throws CommandFailure when the file cannot be written, or what came is not what was announced
   * @throws io.grpc.StatusRuntimeException when the trainer refuses or ends it
   */
  public ExportModelVersionHeader save(ExportModelVersionRequest request, Path file) {
    ExportPart written =
        new ExportedFile(progress)
            .save(
                () ->
                    registry
                        .withDeadlineAfter(ExportedFile.DEADLINE_HOURS, TimeUnit.HOURS)
                        .exportModelVersion(request),
                ScorerExport::part,
                file);
    return ExportModelVersionHeader.newBuilder()
        .setSizeBytes(written.sizeBytes())
        .setSha256(written.sha256())
        .build();
  }

  private static ExportPart part(ExportModelVersionResponse response) {
    ExportModelVersionHeader header = response.getHeader();
    return new ExportPart(header.getSizeBytes(), header.getSha256(), response.getChunk());
  }
}
