package io.matinee.cli.upload;

import com.google.longrunning.Operation;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Channel;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.BytesProgress;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Streams a file of factors to the trainer, no faster than the trainer takes it.
 *
 * @param channel to the trainer
 * @param console where progress is shown
 */
public record ScorerUpload(Channel channel, Console console) {
  private static final long DEADLINE_HOURS = 6;

  /**
   * Sends a file and returns the run that makes a version of it, which goes on.
   *
   * @param template the header but for the file
   * @throws CommandFailure when the file cannot be read, or becomes shorter meanwhile
   * @throws io.grpc.StatusRuntimeException when the trainer refuses it
   */
  public Operation send(ImportModelVersionHeader template, Path path) {
    PacedUpload<ImportModelVersionRequest> paced = new PacedUpload<>();
    try (Progress display = ProgressDisplay.open(console, "Sending")) {
      FileToSend file = FileToSend.describe(path);
      BytesProgress progress =
          new BytesProgress(display, 0, file.description().getSizeBytes(), InstantSource.system());
      ModelRegistryServiceGrpc.newStub(channel)
          .withDeadlineAfter(DEADLINE_HOURS, TimeUnit.HOURS)
          .importModelVersion(paced);
      paced.send(
          ImportModelVersionRequest.newBuilder()
              .setHeader(template.toBuilder().setFile(file.description()))
              .build());
      send(file, paced, progress);
      paced.complete();
      return paced.answer();
    } catch (IOException failed) {
      throw new CommandFailure(ExitCode.USAGE, path + " cannot be read: " + failed.getMessage());
    }
  }

  private static void send(
      FileToSend file, PacedUpload<ImportModelVersionRequest> paced, BytesProgress progress)
      throws IOException {
    try {
      var unused =
          file.send(
              0,
              (bytes, count) -> {
                progress.add(count);
                return paced.send(
                    ImportModelVersionRequest.newBuilder()
                        .setChunk(UnsafeByteOperations.unsafeWrap(bytes, 0, count))
                        .build());
              });
    } catch (IOException failed) {
      paced.abandon(failed);
      throw failed;
    }
  }
}
