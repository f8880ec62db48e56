package io.matinee.cli.upload;

import com.google.longrunning.Operation;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Channel;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.output.PlainText;
import io.matinee.cli.progress.BytesProgress;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceStub;
import io.matinee.proto.trainer.v1.QueryUploadRequest;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Streams files to the trainer as they are, no faster than the trainer takes them, and goes on
 * where a connection broke.
 */
public final class DatasetUpload {
  private static final Duration LIMIT = Duration.ofHours(6);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final DatasetServiceStub datasets;
  private final DatasetServiceBlockingStub queries;
  private final Console console;
  private final Duration firstPause;

  /**
   * Uploads over a channel.
   *
   * @param channel to the trainer
   * @param console where progress is shown
   */
  public DatasetUpload(Channel channel, Console console) {
    this(channel, console, FIRST_PAUSE);
  }

  /** Uploads that wait before their first resumption. */
  DatasetUpload(Channel channel, Console console, Duration firstPause) {
    this.datasets = DatasetServiceGrpc.newStub(channel);
    this.queries = DatasetServiceGrpc.newBlockingStub(channel);
    this.console = console;
    this.firstPause = firstPause;
  }

  /**
   * Sends files and returns the import of them, which goes on.
   *
   * @param template the header but for the files and their source, with a request id
   * @throws CommandFailure when a file cannot be read, or becomes shorter meanwhile
   * @throws StatusRuntimeException when the trainer refuses them, or cannot be reached again
   */
  public Operation send(UploadDatasetHeader template, LocalFiles local) {
    List<FileToSend> files = new ArrayList<>();
    UploadDatasetHeader.Builder header =
        template.toBuilder().setSource(PlainText.line(local.source()));
    for (Path path : local.paths()) {
      FileToSend file = reading(path, () -> FileToSend.describe(path));
      files.add(file);
      header.addFiles(file.description());
    }
    Deadline deadline = Deadline.after(LIMIT.toSeconds(), TimeUnit.SECONDS);
    Resumption resumption = new Resumption(firstPause);
    try (Progress display = ProgressDisplay.open(console, "Sending")) {
      while (true) {
        try {
          if (resumption.isUnderWay()) {
            header.setOffsetBytes(received(template));
          }
          return send(header.build(), files, display, deadline);
        } catch (StatusRuntimeException broken) {
          if (deadline.isExpired()) {
            throw broken;
          }
          resumption.await(broken, header.getOffsetBytes());
        }
      }
    }
  }

  private Operation send(
      UploadDatasetHeader header, List<FileToSend> files, Progress display, Deadline deadline) {
    long offset = header.getOffsetBytes();
    BytesProgress progress =
        new BytesProgress(display, offset, bytes(files), InstantSource.system());
    PacedUpload<UploadDatasetRequest> paced = new PacedUpload<>();
    datasets.withDeadline(deadline).uploadDataset(paced);
    try {
      paced.send(UploadDatasetRequest.newBuilder().setHeader(header).build());
      send(files, offset, paced, progress);
    } catch (CommandFailure unreadable) {
      paced.abandon(unreadable);
      throw unreadable;
    }
    paced.complete();
    return paced.answer();
  }

  private static void send(
      List<FileToSend> files,
      long offset,
      PacedUpload<UploadDatasetRequest> paced,
      BytesProgress progress) {
    long known = offset;
    for (FileToSend file : files) {
      long size = file.description().getSizeBytes();
      long from = Math.min(known, size);
      known -= from;
      boolean wanted =
          reading(
              file.path(),
              () ->
                  file.send(
                      from,
                      (bytes, count) -> {
                        progress.add(count);
                        return paced.send(chunk(bytes, count));
                      }));
      if (!wanted) {
        return;
      }
    }
  }

  private long received(UploadDatasetHeader template) {
    return queries
        .queryUpload(
            QueryUploadRequest.newBuilder()
                .setDataset(template.getDataset())
                .setRequestId(template.getRequestId())
                .build())
        .getReceivedBytes();
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
