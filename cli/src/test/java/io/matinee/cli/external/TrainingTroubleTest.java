package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a training run of the packaged trainer. */
@Tag("external")
class TrainingTroubleTest {
  private static final Map<String, String> LITTLE_MEMORY =
      Map.of("MATINEE_TRAINER_WORKER_MEMORY", "64m");
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private SuiteHome home;
  private Ports ports;
  private PackagedService service;
  private PackagedTrainer trainer;

  @BeforeEach
  void start() throws Exception {
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
    service = PackagedService.start(Service.TRAINER, home, ports, LITTLE_MEMORY);
    trainer = new PackagedTrainer(home, ports);
    trainer.importSmallDataset();
  }

  @AfterEach
  void stop() {
    trainer.close();
    service.close();
  }

  @Test
  void aCancelledRunEndsAtOnceAndLeavesNothing(TestReporter reporter) throws Exception {
    Operation run = trainer.beginEndlessRun();
    trainer.awaitTraining(run);
    ProcessHandle worker = worker();

    long start = System.nanoTime();
    trainer.cancel(run);
    Operation ended = trainer.ended(run);
    reporter.publishEntry(
        "milliseconds from cancelling to CANCELLED",
        Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis()));

    assertThat(ended.getError().getCode()).isEqualTo(Status.Code.CANCELLED.value());
    assertThat(PackagedTrainer.reason(ended)).isEqualTo("CANCELLED");
    worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    trainer.awaitEmptyStaging();
    assertThat(trainer.versions()).isEmpty();
  }

  @Test
  void aRunGoesOnWhenItsCallerWaitsNoLonger() throws Exception {
    Operation before = trainer.beginEndlessRun();
    Operation run = trainer.beginShortRun();
    WaitOperationRequest wait = WaitOperationRequest.newBuilder().setName(run.getName()).build();

    Operation meanwhile =
        trainer.operations().withDeadlineAfter(2, TimeUnit.SECONDS).waitOperation(wait);

    assertThat(meanwhile.getDone()).isFalse();
    trainer.cancel(before);
    assertThat(trainer.ended(run).hasResponse()).isTrue();
    assertThat(trainer.versions()).hasSize(1);
  }

  @Test
  void aRunGoesOnWhenItsCallerIsGone() throws Exception {
    Operation run;
    try (PackagedTrainer caller = new PackagedTrainer(home, ports)) {
      run = caller.beginShortRun();
    }

    assertThat(trainer.ended(run).hasResponse()).isTrue();
  }

  @Test
  void aRunThatNeedsTooMuchMemoryFailsAlone() throws Exception {
    Path file = RatingsFile.write(home.data().resolve("wide.csv"), 2, 40_000, 1);
    trainer.ended(trainer.begin("datasets/wide", file));
    TrainModelRequest wide =
        TrainModelRequest.newBuilder()
            .setModel(PackagedTrainer.MODEL)
            .setDataset("datasets/wide")
            .setRanking(
                AlgorithmChoice.newBuilder()
                    .setAlgorithmId("als")
                    .putHyperParameters(
                        "dimensions", Value.newBuilder().setNumberValue(500).build()))
            .build();

    Operation ended = trainer.ended(trainer.clients().training().trainModel(wide));

    assertThat(PackagedTrainer.reason(ended)).isEqualTo("OUT_OF_MEMORY");
    assertThat(ended.getError().getMessage()).contains("MATINEE_TRAINER_WORKER_MEMORY");
    assertTrains();
  }

  @Test
  void aRunWhoseWorkersAreKilledFailsAlone() throws Exception {
    Operation run = trainer.beginEndlessRun();
    trainer.awaitTraining(run);

    for (int workers = 0; workers < 3; workers++) {
      ProcessHandle worker = nextWorker();
      worker.destroyForcibly();
      worker.onExit().join();
    }
    Operation ended = trainer.ended(run);

    assertThat(PackagedTrainer.reason(ended)).isEqualTo("RUN_FAILED");
    assertThat(ended.getError().getMessage()).contains("was killed");
    assertTrains();
  }

  @Test
  void aRunWhoseTrainerIsKilledIsAbortedAtTheNextStart() throws Exception {
    Operation run = trainer.beginEndlessRun();
    trainer.awaitTraining(run);
    ProcessHandle worker = worker();

    service.kill();

    worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    service = PackagedService.start(Service.TRAINER, home, ports, LITTLE_MEMORY);
    Operation ended = trainer.ended(run);
    assertThat(ended.getError().getCode()).isEqualTo(Status.Code.ABORTED.value());
    assertThat(PackagedTrainer.reason(ended)).isEqualTo("RUN_LOST");
    assertThat(trainer.staging()).isEmptyDirectory();
    assertTrains();
  }

  private void assertTrains() throws Exception {
    Operation next = trainer.ended(trainer.beginShortRun());
    assertThat(next.getError().getMessage()).isEmpty();
    assertThat(trainer.versions()).hasSize(1);
    trainer.awaitEmptyStaging();
  }

  /** Returns the worker at work, once there is one. */
  private ProcessHandle nextWorker() {
    while (service.process().descendants().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    return worker();
  }

  private ProcessHandle worker() {
    List<ProcessHandle> workers = service.process().descendants().toList();
    assertThat(workers).hasSize(1);
    return workers.getFirst();
  }
}
