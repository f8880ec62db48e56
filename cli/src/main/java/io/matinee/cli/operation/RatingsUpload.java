package io.matinee.cli.operation;

import com.google.longrunning.Operation;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.output.Wording;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.cli.progress.ProgressState;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceStub;
import io.matinee.proto.trainer.v1.UploadRatingsHeader;
import io.matinee.proto.trainer.v1.UploadRatingsRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Streams a file to the trainer, no faster than the trainer takes it; a folder goes as a zip. */
final class RatingsUpload {
  private static final long DEADLINE_HOURS = 6;
  private static final int SHOWN_EVERY_BYTES = 8 << 20;
  private static final int BUFFER_BYTES = 64 << 10;

  private final DatasetServiceStub datasets;
  private final Console console;

  RatingsUpload(DatasetServiceStub datasets, Console console) {
    this.datasets = datasets;
    this.console = console;
  }

  Operation send(UploadRatingsHeader header, Path source) {
    PacedUpload paced = new PacedUpload();
    datasets.withDeadlineAfter(DEADLINE_HOURS, TimeUnit.HOURS).uploadRatings(paced);
    paced.send(UploadRatingsRequest.newBuilder().setHeader(header).build());
    try (Progress progress = ProgressDisplay.open(console, "Sending");
        OutputStream chunks = new ChunkStream(paced, sent -> show(progress, sent))) {
      if (Files.isDirectory(source)) {
        zip(source, chunks);
      } else {
        copy(source, chunks);
      }
    } catch (UploadRefused refused) {
      return paced.answer();
    } catch (IOException failed) {
      paced.abandon(failed);
      throw new CommandFailure(ExitCode.USAGE, source + " cannot be read: " + failed.getMessage());
    }
    paced.complete();
    return paced.answer();
  }

  private static void show(Progress progress, long sent) {
    if (sent % SHOWN_EVERY_BYTES == 0) {
      progress.show(new ProgressState(sent >> 20, 0, "", Wording.bytes(sent)));
    }
  }

  private static void copy(Path file, OutputStream chunks) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        chunks.write(buffer, 0, count);
      }
    }
  }

  private static void zip(Path folder, OutputStream chunks) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    try (ZipOutputStream archive = new ZipOutputStream(chunks)) {
      for (Path file : files) {
        archive.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        copy(file, archive);
        archive.closeEntry();
      }
    }
  }
}
