package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.Manifest;
import io.matinee.model.split.HashHoldOut;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs of a worker as a process of its own. */
class WorkerProcessTest extends WorkerRuns {
  @Test
  @Tag("process")
  void aProcessEndsWithZeroAndSpeaksOnlyEvents() throws Exception {
    Outcome outcome = runProcess("256m", spec(ALS, BASELINE, new HashHoldOut(.2, "")));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.events().getLast()).isEqualTo(new ProgressEvent.Done());
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).exists();
  }

  @Test
  @Tag("process")
  void aProcessThatRunsOutOfMemoryEndsWithThreeAndWithoutAManifest() throws Exception {
    KeptChoice huge = new KeptChoice("als", Map.of("dimensions", "1024"));
    Outcome outcome = runProcess("14m", spec(huge, null, new HashHoldOut(.2, "")));

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  @Test
  @Tag("process")
  void aProcessEndsWhenItsTrainerDoes() throws Exception {
    KeptChoice endless = new KeptChoice("als", Map.of("iterations", "1000", "dimensions", "500"));
    Process process =
        startProcess(
            List.of("-D" + Worker.ATTACHED + "=true"),
            spec(endless, null, new HashHoldOut(.2, "")));
    BufferedReader output = process.inputReader();
    awaitEpoch(output);

    process.getOutputStream().close();

    assertThat(process.waitFor()).isEqualTo(TrainerWatch.LEFT_ALONE);
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  @Test
  @Tag("process")
  void aProcessThatIsToStopEndsItsTrainingAndSaysSo() throws Exception {
    KeptChoice endless = new KeptChoice("als", Map.of("iterations", "1000", "dimensions", "500"));
    Process process = startProcess(List.of(), spec(endless, null, new HashHoldOut(.2, "")));
    BufferedReader output = process.inputReader();
    awaitEpoch(output);

    process.toHandle().destroy();

    ProgressEvent last = Json.read(output.lines().toList().getLast(), ProgressEvent.class);
    assertThat(last).isEqualTo(new ProgressEvent.Failed("CANCELLED", "The training was stopped."));
    assertThat(process.waitFor()).isNotZero();
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  private static void awaitEpoch(BufferedReader output) throws IOException {
    String line;
    do {
      line = output.readLine();
      assertThat(line).as("the worker should train until it is ended").isNotNull();
    } while (!(Json.read(line, ProgressEvent.class) instanceof ProgressEvent.EpochEnded));
  }

  private Outcome runProcess(String memory, RunSpec spec) throws Exception {
    Process process = startProcess(List.of("-Xmx" + memory, "-XX:+ExitOnOutOfMemoryError"), spec);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return outcome(process.waitFor(), output);
  }

  private Process startProcess(List<String> options, RunSpec spec) throws IOException {
    return WorkerCommandLine.start(options, write(spec), folder.resolve("worker.log"));
  }
}
