package io.matinee.runtime.operation;

import static io.matinee.runtime.operation.OperationRig.assertRefused;
import static io.matinee.runtime.operation.OperationRig.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Repeated requests, waiting, deletion, and how long ended operations are kept. */
class OperationKeepingTest {
  private static final Predicate<Operation> ALL = operation -> true;
  private static final CompletableFuture<Object> NEVER = new CompletableFuture<>();

  private final OperationRig rig = new OperationRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void anEqualRequestBeginsNothingNewAndAnotherUnderItsIdIsRefused() {
    Optional<RequestKey> once = RequestKey.of("once", "digest");
    Begun first = rig.begin(once, failing(new Throwable()));
    Operation failed = rig.ended(first.operation().id());
    assertThat(rig.begin(once, failing(new Throwable()))).isEqualTo(new Begun(failed, false));
    assertRefused(
        Reason.REQUEST_ID_REUSED,
        () -> rig.begin(RequestKey.of("once", "another"), failing(new Throwable())));
    Submission elsewhere = new Submission("train-2", "models/other", once, "queued");
    assertThat(rig.queue.begin(elsewhere, assignment -> assignment.succeed("")).fresh()).isTrue();
    assertThat(rig.queue.begunBy("models/other", once)).isPresent();
  }

  @Test
  void whatMayBeginAnewDoesAfterAFailureAlone() {
    try (OperationRig again = new OperationRig(rig.records, new OperationKind("evaluate", true))) {
      Optional<RequestKey> once = RequestKey.of("once", "digest");
      Submission submission = new Submission("e-1", "models/m/versions/1", once, "queued");
      again.queue.begin(submission, failing(new Throwable()));
      assertThat(again.reason("e-1")).isEqualTo(Reason.INTERNAL);
      assertThat(again.queue.begunBy("models/m/versions/1", once)).isEmpty();
      assertThat(again.queue.begin(submission, assignment -> assignment.succeed("made")).fresh())
          .isTrue();
      assertThat(again.ended("e-1").result()).isEqualTo("made");
      assertThat(again.queue.begin(submission, failing(new Throwable())).fresh()).isFalse();
    }
  }

  @Test
  void waitsNoLongerThanItsTimeOrItsCaller() throws InterruptedException {
    String id = rig.beginEndless();
    assertThat(rig.operations.await(id, Duration.ofMillis(1), NEVER).ended()).isFalse();
    CompletableFuture<Object> givenUp = CompletableFuture.completedFuture("gone");
    assertThat(rig.operations.await(id, Duration.ofDays(1), givenUp).ended()).isFalse();
  }

  @Test
  void asManyMayWaitAsAreConfiguredAndAllHearOfTheEnd() throws InterruptedException {
    String id = rig.beginEndless();
    LinkedBlockingQueue<Operation> heard = new LinkedBlockingQueue<>();
    List<Thread> waiters =
        IntStream.range(0, OperationRig.WAITERS)
            .mapToObj(i -> Thread.ofVirtual().start(() -> heard.add(rig.ended(id))))
            .toList();
    while (!waiters.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
    assertRefused(Reason.QUEUE_FULL, () -> rig.operations.await(id, Duration.ofDays(1), NEVER));
    rig.operations.cancel(id);
    for (Thread waiter : waiters) {
      waiter.join();
    }
    assertThat(heard).hasSize(OperationRig.WAITERS).allMatch(Operation::ended);
    assertThat(rig.operations.await(rig.beginEndless(), Duration.ofMillis(1), NEVER)).isNotNull();
  }

  @Test
  void deletesWhatHasEndedAlone() throws InterruptedException {
    String id = rig.beginEndless();
    assertRefused(Reason.OPERATION_ACTIVE, () -> rig.operations.delete(id));
    rig.operations.cancel(id);
    rig.operations.delete(id);
    assertThat(rig.records.kept).isEmpty();
    assertRefused(Reason.OPERATION_NOT_FOUND, () -> rig.operations.get(id));
    assertRefused(Reason.OPERATION_NOT_FOUND, () -> rig.operations.delete(id));
  }

  @Test
  void keepsTheNewestThatHaveEndedAndTellsWhichItForgets() throws InterruptedException {
    List<String> forgotten = new ArrayList<>();
    rig.operations.onForgotten(operation -> forgotten.add(operation.id()));
    List<String> ended = new ArrayList<>();
    for (int i = 0; i < OperationRig.KEPT + 2; i++) {
      ended.add(endOne());
    }
    String active = rig.beginEndless();
    assertThat(forgotten).containsExactly(ended.get(0), ended.get(1));
    rig.operations.delete(ended.get(3));
    assertThat(forgotten).endsWith(ended.get(3));
    assertThat(rig.operations.list(ALL))
        .extracting(Operation::id)
        .containsExactly(active, ended.get(5), ended.get(4), ended.get(2));
    assertThat(rig.records.kept).hasSize(OperationRig.KEPT).doesNotContainKey(ended.get(0));
  }

  @Test
  void forgetsWhatEndedLongAgo() throws InterruptedException {
    String old = endOne();
    String active = rig.beginEndless();
    rig.time.updateAndGet(now -> now.plus(OperationRig.KEPT_FOR).plusSeconds(2));
    assertThat(rig.operations.list(ALL)).extracting(Operation::id).containsExactly(active);
    assertThat(rig.records.kept).doesNotContainKey(old);
  }

  private String endOne() {
    String id = rig.begin(assignment -> assignment.succeed("made"));
    rig.ended(id);
    return id;
  }
}
