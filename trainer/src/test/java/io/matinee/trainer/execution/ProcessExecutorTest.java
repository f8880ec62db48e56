package io.matinee.trainer.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HashHoldOut;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;
import io.matinee.trainer.worker.ProgressEvent.Stage;
import io.matinee.trainer.worker.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers are shells here: real processes that do what a test needs. */
@Tag("process")
class ProcessExecutorTest {
  private static final String DONE = "echo '" + Json.write(new ProgressEvent.Done()) + "'";

  /** Says that it is at work, and then does nothing for ever. */
  private static final String ENDLESS = stage(Stage.PREPARING) + "; exec sleep 100000";

  @TempDir Path folder;
  private Path workers;
  private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  private final RunListener listener =
      new RunListener() {
        @Override
        public void stageStarted(ProgressEvent.StageStarted stage) {
          heard.add(stage);
        }

        @Override
        public void epochEnded(ProgressEvent.EpochEnded epoch) {
          heard.add(epoch);
        }
      };

  @BeforeEach
  void prepare() throws Exception {
    workers = Files.createDirectory(folder.resolve("workers"));
  }

  @Test
  void tellsOfTheProgressAndReturnsOnceTheRunHasEndedWell() throws Exception {
    var epoch = new ProgressEvent.EpochEnded("als", 1, 2, Map.of("training_loss", .5), 3, 4);
    try (RunExecutor executor = executor(stage(Stage.PREPARING), "echo noise", echo(epoch), DONE);
        Execution run = executor.start(run("r"), listener)) {
      run.await();
    }
    assertThat(heard).containsExactly(new ProgressEvent.StageStarted(Stage.PREPARING, null), epoch);
    assertThat(workers).isEmptyDirectory();
  }

  @Test
  void keepsTensorFlowsBannersOutOfTheLog() throws Exception {
    try (RunExecutor executor =
            executor("echo \"$TF_CPP_MIN_LOG_LEVEL\" >&2", stage(Stage.PREPARING), "exit 1");
        Execution run = executor.start(run("r"), listener)) {
      assertReason(Reason.RUN_FAILED, run::await);
      assertThat(workers.resolve("r").resolve("worker.log")).hasContent("2");
    }
  }

  @Test
  void aRunWhoseWorkerIsKilledIsBegunAgainTwiceAtMost() throws Exception {
    Path begun = folder.resolve("begun");
    String count = "echo x >> '" + begun + "'";
    String killedTwice = "[ $(grep -c x '" + begun + "') -gt 2 ] || kill -9 $$";
    try (RunExecutor executor = executor(count, killedTwice, DONE);
        Execution run = executor.start(run("r"), listener)) {
      run.await();
    }
    assertThat(begun).content().isEqualTo("x\nx\nx\n");
    Files.delete(begun);
    try (RunExecutor executor = executor(count, "kill -9 $$");
        Execution run = executor.start(run("r"), listener)) {
      assertReason(Reason.RUN_FAILED, run::await);
    }
    assertThat(begun).content().isEqualTo("x\nx\nx\n");
    assertThat(workers).isEmptyDirectory();
  }

  @Test
  void aRunThatFailsOfItselfIsNotBegunAgain() throws Exception {
    Path begun = folder.resolve("begun");
    try (RunExecutor executor = executor("echo x >> '" + begun + "'", "exit 1");
        Execution run = executor.start(run("r"), listener)) {
      assertReason(Reason.RUN_FAILED, run::await);
    }
    assertThat(begun).content().isEqualTo("x\n");
  }

  @Test
  void aCancelledRunSaysSoAndHasEndedOnceItIsClosed() throws Exception {
    try (RunExecutor executor = executor(ENDLESS)) {
      ProcessHandle worker;
      try (Execution run = executor.start(run("r"), listener)) {
        CompletableFuture<MatineeException> failure = failureOf(run);
        awaitProgress();
        worker = worker();
        run.cancel();
        assertThat(failure.join().reason()).isEqualTo(Reason.CANCELLED);
      }
      assertThat(worker.isAlive()).isFalse();
      assertThat(workers).isEmptyDirectory();
    }
  }

  @Test
  void aRunWhoseListenerFailsIsEndedByItsOwner() throws Exception {
    RunListener failing =
        new RunListener() {
          @Override
          public void stageStarted(ProgressEvent.StageStarted stage) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public void epochEnded(ProgressEvent.EpochEnded epoch) {}
        };
    try (RunExecutor executor = executor(ENDLESS)) {
      ProcessHandle worker;
      try (Execution run = executor.start(run("r"), failing)) {
        worker = worker();
        assertThatThrownBy(run::await).hasMessage("a bug");
      }
      assertThat(worker.isAlive()).isFalse();
    }
  }

  @Test
  void aWorkerThatCannotBeNotedHasEndedWhenTheStartFails() throws Exception {
    Path place = Files.createDirectories(folder.resolve("place"));
    Files.createDirectory(place.resolve("worker.json"));

    assertThatThrownBy(() -> WorkerProcess.start(List.of("sleep", "100000"), place))
        .hasMessageContaining("worker.json");

    assertThat(children()).isEmpty();
  }

  @Test
  void closingEndsTheRunsAtWorkAndRefusesOthers() throws Exception {
    RunExecutor executor = executor(ENDLESS);
    try (Execution run = executor.start(run("r"), listener)) {
      CompletableFuture<MatineeException> failure = failureOf(run);
      awaitProgress();
      ProcessHandle worker = worker();
      executor.close();
      assertThat(worker.isAlive()).isFalse();
      assertThat(failure.join().reason()).isEqualTo(Reason.CANCELLED);
    }
    assertReason(Reason.SHUTTING_DOWN, () -> executor.start(run("late"), listener));
    assertThat(workers).isEmptyDirectory();
  }

  @Test
  void noWorkerOutlivesAnExecutorThatClosesWhileRunsStart() throws Exception {
    for (int round = 0; round < 50; round++) {
      RunExecutor executor = executor(ENDLESS);
      CyclicBarrier together = new CyclicBarrier(2);
      CompletableFuture<Optional<Execution>> started =
          CompletableFuture.supplyAsync(
              () -> {
                meet(together);
                return startUnlessClosed(executor);
              });
      meet(together);
      executor.close();
      Optional<Execution> run = started.join();
      assertThat(children()).as("round %d", round).isEmpty();
      run.ifPresent(Execution::close);
    }
  }

  @Test
  void endsAnOrphanAndForgetsIt() throws Exception {
    Process orphan = new ProcessBuilder("sleep", "100000").start();
    Path place = Files.createDirectory(workers.resolve("r"));
    OrphanedWorker.note(place, orphan.toHandle());
    Process another = new ProcessBuilder("sleep", "100000").start();
    try (RunExecutor executor = executor(DONE)) {
      executor.endOrphans();

      assertThat(orphan.isAlive()).isFalse();
      assertThat(another.isAlive()).isTrue();
      assertThat(workers).isEmptyDirectory();
    } finally {
      another.destroyForcibly().waitFor();
    }
  }

  private Optional<Execution> startUnlessClosed(RunExecutor executor) {
    try {
      return Optional.of(executor.start(run("r"), listener));
    } catch (MatineeException closed) {
      assertThat(closed.reason()).isEqualTo(Reason.SHUTTING_DOWN);
      return Optional.empty();
    }
  }

  private RunExecutor executor(String... script) {
    return new ProcessExecutor(
        workers, new WorkerCommand(List.of("sh", "-c", String.join("; ", script))));
  }

  private RunSpec run(String id) {
    return new RunSpec(
        id,
        folder.toUri(),
        folder.toUri(),
        "",
        "",
        "datasets/d/versions/1",
        0,
        RatingScale.MOVIELENS_HALF_STARS,
        true,
        new HashHoldOut(.2, ""),
        null,
        null,
        null,
        1,
        DeviceChoice.AUTO,
        Duration.ofSeconds(10));
  }

  /** Awaits a run on another thread, which hears of its progress. */
  private static CompletableFuture<MatineeException> failureOf(Execution run) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(MatineeException.class, run::await));
  }

  private void awaitProgress() throws InterruptedException {
    assertThat(heard.take()).isInstanceOf(ProgressEvent.StageStarted.class);
  }

  private static ProcessHandle worker() {
    assertThat(children()).hasSize(1);
    return children().getFirst();
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static String stage(Stage stage) {
    return echo(new ProgressEvent.StageStarted(stage, null));
  }

  private static String echo(ProgressEvent event) {
    return "echo '" + Json.write(event) + "'";
  }

  private static void assertReason(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}
