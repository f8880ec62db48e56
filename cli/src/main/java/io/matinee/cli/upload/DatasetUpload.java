package io.matinee.cli.upload;

import com.google.longrunning.Operation;
import com.google.protobuf.UnsafeByteOperations;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceStub;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Streams files to the trainer as they are, no faster than the trainer takes them.
 *
 * @param datasets the trainer's data sets
 * @param console where progress is shown
 */
public record DatasetUpload(DatasetServiceStub datasets, Console console) {
  private static final long DEADLINE_HOURS = 6;

  /**
   * Sends files and returns the import of them, which goes on.
   *
   * @param template the header but for the files and their source
   * @throws CommandFailure when a file cannot be read, or becomes shorter meanwhile
   * @throws io.grpc.StatusRuntimeException when the trainer refuses them
   */
  public Operation send(UploadDatasetHeader template, LocalFiles local) {
    List<FileToSend> files = new ArrayList<>();
    UploadDatasetHeader.Builder header = template.toBuilder().setSource(local.source());
    for (Path path : local.paths()) {
      FileToSend file = reading(path, () -> FileToSend.describe(path));
      files.add(file);
      header.addFiles(file.description());
    }
    PacedUpload paced = new PacedUpload();
    datasets.withDeadlineAfter(DEADLINE_HOURS, TimeUnit.HOURS).uploadDataset(paced);
    try (Progress display = ProgressDisplay.open(console, "Sending")) {
      paced.send(UploadDatasetRequest.newBuilder().setHeader(header).build());
      send(files, paced, new SendingProgress(display, bytes(files), InstantSource.system()));
    } catch (CommandFailure unreadable) {
      paced.abandon(unreadable);
      throw unreadable;
    }
    paced.complete();
    return paced.answer();
  }

  private static void send(List<FileToSend> files, PacedUpload paced, SendingProgress progress) {
    for (FileToSend file : files) {
      boolean wanted =
          reading(
              file.path(),
              () ->
                  file.send(
                      (bytes, count) -> {
                        progress.sent(count);
                        return paced.send(chunk(bytes, count));
                      }));
      if (!wanted) {
        return;
      }
    }
  }

  private static UploadDatasetRequest chunk(byte[] bytes, int count) {
    return UploadDatasetRequest.newBuilder()
        .setChunk(UnsafeByteOperations.unsafeWrap(bytes, 0, count))
        .build();
  }

  private static long bytes(List<FileToSend> files) {
    return files.stream().mapToLong(file -> file.description().getSizeBytes()).sum();
  }

  /** Reads of a file. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException failed) {
      throw new CommandFailure(ExitCode.USAGE, file + " cannot be read: " + failed.getMessage());
    }
  }
}
