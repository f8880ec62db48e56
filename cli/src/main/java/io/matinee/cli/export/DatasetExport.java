package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.progress.BytesProgress;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressState;
import io.matinee.model.digest.Sha256;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes exports into files, no faster than the disk takes them. A file is there whole or not at
 * all: it is written beside its place and moved there once its digest is right. What is no file (a
 * pipe, a device) stays what it is, and is written straight through.
 *
 * @param datasets the trainer's data sets
 * @param progress shows how much has come
 */
public record DatasetExport(DatasetServiceBlockingStub datasets, Progress progress) {
  private static final long DEADLINE_HOURS = 6;

  /**
   * Takes an export; a file of that name, or that a link of that name leads to, is replaced.
   *
   * @return what was sent
   * @throws CommandFailure when the file cannot be written, or what came is not what was announced
   * @throws io.grpc.StatusRuntimeException when the trainer refuses or ends it
   */
  public ExportDatasetHeader save(ExportDatasetRequest request, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw unwritable(file, "its folder is not there");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw unwritable(file, "it is a link to nothing");
    }
    try {
      return Files.exists(file) && !Files.isRegularFile(file)
          ? write(request, file, StandardOpenOption.WRITE)
          : replace(request, Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
    } catch (IOException failed) {
      throw unwritable(file, failed.getMessage());
    }
  }

  private ExportDatasetHeader replace(ExportDatasetRequest request, Path target)
      throws IOException {
    Path beside = target.resolveSibling(target.getFileName() + ".part-" + UUID.randomUUID());
    beside.toFile().deleteOnExit();
    try {
      ExportDatasetHeader header = write(request, beside, StandardOpenOption.CREATE_NEW);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      return header;
    } finally {
      deleteUnlessMoved(beside);
    }
  }

  private static CommandFailure unwritable(Path file, @Nullable String why) {
    return new CommandFailure(ExitCode.USAGE, "%s cannot be written: %s".formatted(file, why));
  }

  private ExportDatasetHeader write(
      ExportDatasetRequest request, Path target, StandardOpenOption how) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (OutputStream file = Files.newOutputStream(target, how);
        OutputStream digested = new DigestOutputStream(file, digest)) {
      progress.show(new ProgressState(0, 0, "", "the trainer writes it"));
      Iterator<ExportDatasetResponse> parts =
          datasets.withDeadlineAfter(DEADLINE_HOURS, TimeUnit.HOURS).exportDataset(request);
      ExportDatasetHeader header = parts.next().getHeader();
      BytesProgress come =
          new BytesProgress(progress, 0, header.getSizeBytes(), InstantSource.system());
      long bytes = 0;
      while (parts.hasNext()) {
        var chunk = parts.next().getChunk();
        chunk.writeTo(digested);
        bytes += chunk.size();
        come.add(chunk.size());
      }
      String found = Sha256.end(digest);
      if (bytes != header.getSizeBytes() || !found.equals(header.getSha256())) {
        throw new CommandFailure(
            ExitCode.DATA_LOSS,
            "%,d bytes came of %,d, or others than were sent: repeat"
                .formatted(bytes, header.getSizeBytes()));
      }
      return header;
    }
  }

  private static void deleteUnlessMoved(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException left) {
      throw new CommandFailure(
          ExitCode.FAILED, beside + " cannot be deleted: " + left.getMessage());
    }
  }
}
