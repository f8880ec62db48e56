package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.split.HashHoldOut;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A worker is killed at some epochs, and another one ends what it began, to the same bytes. */
@Tag("process")
@Tag("tensorflow")
class KilledRunTest extends WorkerRuns {
  static final List<KeptChoice> CHOICES =
      List.of(
          new KeptChoice("biased-mf", Map.of("epochs", "12", "dimensions", "8", "patience", "20")));

  private static final int KILLS = 3;

  @ParameterizedTest
  @FieldSource("CHOICES")
  void endsWithTheSameBlobs(KeptChoice choice) throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    finish(start(choice, whole));
    Path broken = Files.createDirectory(folder.resolve("broken"));
    SplittableRandom random = new SplittableRandom(7);
    int done = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process worker = start(choice, broken);
      int first = awaitEpochs(worker, 1 + random.nextInt(2));
      worker.destroyForcibly().waitFor();
      assertThat(first).as("epochs are not done twice").isGreaterThanOrEqualTo(done);
      done = first;
    }
    finish(start(choice, broken));

    assertThat(blobs(broken)).isEqualTo(blobs(whole));
  }

  private Process start(KeptChoice choice, Path staging) throws IOException {
    RunSpec spec = spec(folder, staging, null, choice, new HashHoldOut(.2, ""));
    return WorkerCommandLine.start(List.of(), write(spec), folder.resolve("worker.log"));
  }

  /** Waits for a number of epochs and returns the first. */
  private static int awaitEpochs(Process worker, int epochs) throws IOException {
    BufferedReader output = worker.inputReader();
    int first = 0;
    for (int heard = 0; heard < epochs; ) {
      String line = output.readLine();
      assertThat(line).isNotNull();
      if (Json.read(line, ProgressEvent.class) instanceof ProgressEvent.EpochEnded epoch) {
        first = heard == 0 ? epoch.epoch() : first;
        heard++;
      }
    }
    return first;
  }

  private void finish(Process worker) throws Exception {
    worker.getInputStream().readAllBytes();
    assertThat(worker.waitFor()).as(Files.readString(folder.resolve("worker.log"))).isZero();
  }

  private static List<BlobReference> blobs(Path staging) throws IOException {
    return Manifest.fromJson(Files.readString(staging.resolve(Manifest.FILE_NAME))).blobs();
  }
}
