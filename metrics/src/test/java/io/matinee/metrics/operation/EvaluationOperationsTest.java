package io.matinee.metrics.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.metrics.evaluation.Checkpoint;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Evaluations;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.OperationStore;
import io.matinee.metrics.store.StoredEvaluation;
import io.matinee.metrics.store.StoredOperation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationOperationsTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(7), ZoneOffset.UTC);
  private static final Progress HALF = new Progress(Stage.SCORING, 1, 2);

  @TempDir Path folder;
  private EvaluationStore store;
  private OperationStore unfinished;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final CompletableFuture<MatineeException> stopped = new CompletableFuture<>();
  private EvaluationOperations operations;

  @BeforeEach
  void open() {
    store = EvaluationStore.open(folder);
    unfinished = OperationStore.open(folder.resolve("operations"));
    operations = operations(this::workWithAPause);
  }

  @AfterEach
  void close() {
    mayGoOn.countDown();
    operations.close();
  }

  @Test
  void tellsOfProgressAndEndsWithTheEvaluation() throws InterruptedException {
    EvaluationOperation operation = operations.start(Evaluations.request(""));
    running.await();
    assertThat(operation.isDone()).isFalse();
    assertThat(operation.progress()).isEqualTo(HALF);

    mayGoOn.countDown();

    assertThat(operation.outcome().join().id()).isEqualTo(operation.id());
    assertThat(operation.startTime()).isEqualTo(CLOCK.instant());
  }

  @Test
  void aRepeatedRequestIdFindsTheSameOperation() {
    EvaluationOperation first = operations.start(Evaluations.request("once"));

    assertThat(operations.start(Evaluations.request("once"))).isSameAs(first);
    assertThat(operations.start(Evaluations.request(""))).isNotSameAs(first);
  }

  @Test
  void aRequestIdOfAnotherRequestIsRefused() {
    EvaluationRequest first = operations.start(Evaluations.request("once")).request();
    EvaluationRequest other =
        new EvaluationRequest("models/movies/versions/2", first.protocol(), "once");

    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> operations.start(other))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.REQUEST_ID_REUSED));
  }

  @Test
  void cancellingEndsTheOperationAtOnceAndTheWorkAtItsNextCheckpoint() throws InterruptedException {
    EvaluationOperation operation = operations.start(Evaluations.request("once"));
    running.await();

    operations.cancel(operation.id());

    assertThat(reason(operation)).isEqualTo(Reason.CANCELLED);
    mayGoOn.countDown();
    assertThat(stopped.join().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void whatFailedStartsAgainUnderItsRequestId() throws InterruptedException {
    EvaluationOperation first = operations.start(Evaluations.request("once"));
    running.await();
    operations.cancel(first.id());
    mayGoOn.countDown();

    EvaluationOperation second = operations.start(Evaluations.request("once"));

    assertThat(second.outcome().join().id()).isEqualTo(first.id());
    assertThat(operations.get(first.id())).isSameAs(second);
  }

  @Test
  void oneTooManyIsRefused() throws InterruptedException {
    operations.start(Evaluations.request(""));
    running.await();
    for (int waiting = 0; waiting < EvaluationOperations.LONGEST_QUEUE; waiting++) {
      operations.start(Evaluations.request(""));
    }

    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> operations.start(Evaluations.request("")))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.QUEUE_FULL));
  }

  @Test
  void anUnknownOperationIsNotFound() {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> operations.get("nobody"))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.OPERATION_NOT_FOUND));
  }

  @Test
  void aBugEndsAsInternalAndTheNextOneStillRuns() {
    assertThat(reasonOf(new IllegalStateException("a bug"))).isEqualTo(Reason.INTERNAL);
    assertThat(reasonOf(new NoSuchMethodError("a bug"))).isEqualTo(Reason.INTERNAL);
  }

  @Test
  void tooLittleMemoryHasAReasonOfItsOwn() {
    assertThat(reasonOf(new OutOfMemoryError("heap"))).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void closingEndsWhatIsRunning() throws InterruptedException {
    EvaluationOperation operation = operations.start(Evaluations.request(""));
    running.await();

    operations.close();

    assertThat(reason(operation)).isEqualTo(Reason.RUN_LOST);
  }

  @Test
  void finishedOperationsOutliveTheProcess() {
    EvaluationOperation operation = operations.start(Evaluations.request("once"));
    mayGoOn.countDown();
    Evaluation evaluation = operation.outcome().join();

    store = EvaluationStore.open(folder);
    try (var later = operations(this::workWithAPause)) {
      assertThat(later.get(operation.id()).outcome().join()).isEqualTo(evaluation);
      assertThat(later.start(Evaluations.request("once")).outcome())
          .isCompletedWithValue(evaluation);
      assertThat(later.list()).hasSize(1);
    }
  }

  @Test
  void whatACrashCutOffHasEndedAsLostAndMayStartAgain() throws InterruptedException {
    EvaluationOperation first = operations.start(Evaluations.request("once"));
    running.await();

    try (var later = operations((id, request, checkpoint) -> Evaluations.evaluation(id, 7))) {
      EvaluationOperation lost = later.get(first.id());
      assertThat(reason(lost)).isEqualTo(Reason.RUN_LOST);
      assertThat(lost.request()).isEqualTo(first.request());
      assertThat(lost.startTime()).isEqualTo(first.startTime());
      assertThat(later.list()).containsExactly(lost);

      EvaluationOperation again = later.start(first.request());
      assertThat(again.outcome().join().id()).isEqualTo(first.id());
    }
  }

  @Test
  void failedOperationsOutliveTheProcess() {
    MatineeException corrupt =
        MatineeException.of(Reason.BLOB_CORRUPT, "the blob seen is corrupt").with("blob", "seen");
    String id;
    try (var failing = operations((number, request, checkpoint) -> fail(corrupt))) {
      EvaluationOperation operation = failing.start(Evaluations.request(""));
      assertThat(reason(operation)).isEqualTo(Reason.BLOB_CORRUPT);
      id = operation.id();
    }

    try (var later = operations(this::workWithAPause)) {
      assertThat(failure(later.get(id)))
          .hasMessage("the blob seen is corrupt")
          .returns(Reason.BLOB_CORRUPT, MatineeException::reason)
          .returns(corrupt.metadata(), MatineeException::metadata);
    }
  }

  @Test
  void readingAMappedFileThatBecameShorterIsDamageAndNoBug() {
    try (var failing = operations((number, request, checkpoint) -> readWhatWasCutOff())) {
      EvaluationOperation operation = failing.start(Evaluations.request(""));
      assertThat(reason(operation)).isEqualTo(Reason.BLOB_CORRUPT);
    }
  }

  private Evaluation readWhatWasCutOff() {
    Path file = folder.resolve("blob");
    try (Arena arena = Arena.ofConfined();
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8, arena);
      channel.truncate(0);
      throw new AssertionError("could be read: " + bytes.get(ValueLayout.JAVA_LONG, 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void aFinishedEvaluationHasNoRecordBesideIt() {
    EvaluationOperation operation = operations.start(Evaluations.request(""));
    unfinished.put(
        new StoredOperation("half", Evaluations.request(""), CLOCK.instant(), Optional.empty()));
    store.put(new StoredEvaluation(Evaluations.request(""), Evaluations.evaluation("half", 7)));
    mayGoOn.countDown();
    operation.outcome().join();
    operations.close();

    try (var later = operations(this::workWithAPause)) {
      assertThat(later.get("half").outcome()).isCompleted();
      assertThat(unfinished.oldestFirst()).isEmpty();
    }
  }

  private Evaluation workWithAPause(String id, EvaluationRequest request, Checkpoint checkpoint) {
    checkpoint.reached(HALF);
    running.countDown();
    try {
      mayGoOn.await();
      checkpoint.reached(HALF);
    } catch (InterruptedException closing) {
      throw MatineeException.of(Reason.SHUTTING_DOWN, "closing");
    } catch (MatineeException cancelled) {
      stopped.complete(cancelled);
      throw cancelled;
    }
    Evaluation evaluation = Evaluations.evaluation(id, 7);
    store.put(new StoredEvaluation(request, evaluation));
    return evaluation;
  }

  private EvaluationOperations operations(EvaluationWork work) {
    return new EvaluationOperations(work, store, unfinished, CLOCK);
  }

  private Reason reasonOf(Throwable thrown) {
    try (var failing = operations((id, request, checkpoint) -> fail(thrown))) {
      return reason(failing.start(Evaluations.request("")));
    }
  }

  private static Evaluation fail(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static Reason reason(EvaluationOperation operation) {
    return failure(operation).reason();
  }

  private static MatineeException failure(EvaluationOperation operation) {
    CompletionException failure =
        assertThatExceptionOfType(CompletionException.class)
            .isThrownBy(() -> operation.outcome().join())
            .actual();
    return (MatineeException) Objects.requireNonNull(failure.getCause());
  }
}
