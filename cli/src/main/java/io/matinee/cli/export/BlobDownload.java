package io.matinee.cli.export;

import com.google.protobuf.ByteString;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.progress.Progress;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes blobs of model versions into files, as {@link ExportedFile}.
 *
 * @param registry the trainer's versions
 * @param progress shows how much has come
 */
public record BlobDownload(ModelRegistryServiceBlockingStub registry, Progress progress) {

  /**
   * Takes a blob; a file of that name, or that a link of that name leads to, is replaced.
   *
   * @throws CommandFailure when the file cannot be written, or what came is not the blob
   * @throws io.grpc.StatusRuntimeException when the trainer refuses or ends it
   */
  public void save(Blob blob, Path file) {
    var unused = new ExportedFile(progress).save(() -> parts(blob), Function.identity(), file);
  }

  private Iterator<ExportPart> parts(Blob blob) {
    Iterator<DownloadBlobResponse> chunks =
        registry
            .withDeadlineAfter(ExportedFile.DEADLINE_HOURS, TimeUnit.HOURS)
            .downloadBlob(DownloadBlobRequest.newBuilder().setSha256(blob.getSha256()).build());
    ExportPart header = new ExportPart(blob.getSizeBytes(), blob.getSha256(), ByteString.EMPTY);
    return Stream.concat(
            Stream.of(header),
            Stream.iterate(chunks, Iterator::hasNext, it -> it)
                .map(it -> new ExportPart(0, "", it.next().getChunk())))
        .iterator();
  }
}
