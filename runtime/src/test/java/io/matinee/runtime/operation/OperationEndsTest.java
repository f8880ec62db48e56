package io.matinee.runtime.operation;

import static io.matinee.runtime.operation.OperationRig.assertRefused;
import static io.matinee.runtime.operation.OperationRig.endless;
import static io.matinee.runtime.operation.OperationRig.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How work ends, and what is told and kept of its end. */
class OperationEndsTest {
  private static final Predicate<Operation> ALL = operation -> true;

  private final OperationRig rig = new OperationRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void tellsOfProgressAndKeepsTheResult() throws InterruptedException {
    CountDownLatch reported = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    String id =
        rig.begin(
            assignment -> {
              assignment.report("half");
              reported.countDown();
              mayEnd.await();
              assignment.succeed("version 1");
            });
    reported.await();
    assertThat(rig.operations.get(id).progress()).isEqualTo("half");
    assertThat(rig.records.record(id).state()).isEqualTo(OperationState.ACTIVE);
    mayEnd.countDown();
    assertThat(rig.ended(id))
        .returns(OperationState.SUCCEEDED, Operation::state)
        .returns("version 1", Operation::result)
        .returns("half", Operation::progress)
        .isEqualTo(rig.records.record(id));
  }

  @Test
  void anythingThrownEndsTheOperationAndTheNextOneRuns() {
    assertThat(rig.reason(rig.begin(failing(new IllegalStateException("a bug")))))
        .isEqualTo(Reason.INTERNAL);
    assertThat(rig.reason(rig.begin(failing(new NoSuchMethodError("a bug")))))
        .isEqualTo(Reason.INTERNAL);
    assertThat(rig.reason(rig.begin(failing(new Throwable("a bug"))))).isEqualTo(Reason.INTERNAL);
    assertThat(rig.reason(rig.begin(assignment -> {}))).isEqualTo(Reason.INTERNAL);
    assertThat(rig.bugs).hasValue(4);
    assertThat(rig.reason(rig.begin(failing(new OutOfMemoryError("heap")))))
        .isEqualTo(Reason.OUT_OF_MEMORY);
    MatineeException known = MatineeException.of(Reason.NO_RATINGS, "none").with("user", "u");
    assertThat(rig.ended(rig.begin(failing(known))).failure()).contains(OperationFailure.of(known));
    assertThat(rig.bugs).hasValue(4);
  }

  @Test
  void aBugIsNotShownToCallers() {
    String id = rig.begin(failing(new IllegalStateException("/home/secret")));
    assertThat(rig.ended(id).failure().orElseThrow().message())
        .contains("trainer/operations/" + id)
        .doesNotContain("secret");
  }

  @Test
  void cancellingEndsWhatRunsAtOnceAndStopsItsWork() throws InterruptedException {
    LinkedBlockingQueue<Optional<MatineeException>> seen = new LinkedBlockingQueue<>();
    CountDownLatch begun = new CountDownLatch(1);
    String id =
        rig.begin(
            assignment -> {
              try {
                endless(begun).run(assignment);
              } catch (MatineeException cancelled) {
                seen.add(Optional.of(cancelled));
                throw cancelled;
              }
            });
    begun.await();
    rig.operations.cancel(id);
    assertThat(rig.records.record(id).failure().orElseThrow().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(seen.take().orElseThrow().reason()).isEqualTo(Reason.CANCELLED);
    rig.operations.cancel(id);
    assertThat(rig.reason(id)).isEqualTo(Reason.CANCELLED);
    assertThat(rig.bugs).hasValue(0);
  }

  @Test
  void stopsItsWorkBeforeTheEndIsSaved() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    String id =
        rig.begin(
            assignment -> {
              assignment.onStop(stopped::countDown);
              begun.countDown();
              stopped.await();
              assignment.requireActive();
            });
    begun.await();
    AtomicBoolean stoppedBefore = new AtomicBoolean();
    rig.records.saving = () -> stoppedBefore.set(stopped.getCount() == 0);
    rig.operations.cancel(id);
    assertThat(stoppedBefore).isTrue();
    assertThat(rig.records.record(id).failure().orElseThrow().reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void whatWasRecordedThoughNobodyHeardOfItHasEndedWell() {
    String id =
        rig.begin(
            assignment -> {
              rig.records.save(assignment.finish("made"));
              throw MatineeException.of(Reason.DATABASE_UNAVAILABLE, "no answer to the commit");
            });
    assertThat(rig.ended(id))
        .returns(OperationState.SUCCEEDED, Operation::state)
        .returns("made", Operation::result)
        .isEqualTo(rig.records.record(id));
    assertThat(rig.records.wholeLoads).as("loads of all records, at the start").hasValue(1);
  }

  @Test
  void cancellingWhatWaitsMakesRoomAndLetsGoOfItsWork() throws InterruptedException {
    rig.beginEndless();
    List<String> abandoned = new ArrayList<>();
    List<String> queued = new ArrayList<>();
    for (int i = 0; i < OperationRig.QUEUE; i++) {
      queued.add(rig.begin(Optional.empty(), abandonable(abandoned)).operation().id());
    }
    assertRefused(Reason.QUEUE_FULL, () -> rig.begin(failing(new Throwable())));
    rig.operations.cancel(queued.getFirst());
    assertThat(abandoned).hasSize(1);
    assertThat(rig.operations.get(rig.begin(abandonable(abandoned))).ended()).isFalse();
  }

  @Test
  void whatIsBeingPublishedIsNotCancelledAnyMore() throws InterruptedException {
    assertMadeThoughCancelled(
        (assignment, meanwhile) ->
            assignment.succeed(
                () -> {
                  meanwhile.run();
                  return "made";
                }));
  }

  @Test
  void whatCannotBePublishedFails() throws InterruptedException {
    String id =
        rig.begin(
            assignment ->
                assignment.succeed(
                    () -> {
                      throw MatineeException.of(Reason.STORAGE_FULL, "full");
                    }));
    assertThat(rig.ended(id).failure().orElseThrow().reason()).isEqualTo(Reason.STORAGE_FULL);
  }

  @Test
  void whatIsEndingWellIsNotCancelledAnyMore() throws InterruptedException {
    assertMadeThoughCancelled(
        (assignment, meanwhile) -> {
          Operation end = assignment.finish("made");
          meanwhile.run();
          rig.records.save(end);
        });
  }

  /** Cancels an operation in the middle of its good end. */
  private void assertMadeThoughCancelled(GoodEnd end) throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    String id =
        rig.begin(
            assignment ->
                end.come(
                    assignment,
                    () -> {
                      ending.countDown();
                      while (mayGoOn.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                    }));
    ending.await();
    rig.operations.cancel(id);
    assertThat(rig.operations.get(id).ended()).isFalse();
    mayGoOn.countDown();
    assertThat(rig.ended(id).result()).isEqualTo("made");
  }

  @Test
  void whatCouldNotBeMadeVisibleFails() {
    String id =
        rig.begin(
            assignment -> {
              assignment.finish("made");
              throw MatineeException.of(Reason.STORAGE_FULL, "The disk is full.");
            });
    assertThat(rig.reason(id)).isEqualTo(Reason.STORAGE_FULL);
    assertThat(rig.ended(id).result()).isEmpty();
  }

  @Test
  void workThatFinishesAfterItWasCancelledIsRefused() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    LinkedBlockingQueue<Reason> refused = new LinkedBlockingQueue<>();
    String id =
        rig.begin(
            assignment -> {
              begun.countDown();
              cancelled.await();
              try {
                assignment.succeed("too late");
              } catch (MatineeException late) {
                refused.add(late.reason());
                throw late;
              }
            });
    begun.await();
    rig.operations.cancel(id);
    cancelled.countDown();
    assertThat(refused.take()).isEqualTo(Reason.CANCELLED);
    assertThat(rig.records.record(id).state()).isEqualTo(OperationState.FAILED);
  }

  @Test
  void closingEndsWhatRunsAndWhatWaitsAndTakesNothingMore() throws InterruptedException {
    List<String> abandoned = new ArrayList<>();
    String running = rig.beginEndless();
    String waiting = rig.begin(abandonable(abandoned));
    rig.close();
    assertThat(rig.reason(running)).isEqualTo(Reason.RUN_LOST);
    assertThat(rig.reason(waiting)).isEqualTo(Reason.RUN_LOST);
    assertThat(rig.records.record(running)).isEqualTo(rig.operations.get(running));
    assertThat(abandoned).hasSize(1);
    assertRefused(Reason.SHUTTING_DOWN, () -> rig.begin(failing(new Throwable())));
    assertThat(rig.bugs).hasValue(0);
  }

  @Test
  void whatNobodyEndedIsLostAndWhatEndedStaysInTheNextProcess() throws InterruptedException {
    String running = rig.beginEndless();
    rig.records.full = true;
    rig.operations.cancel(running);
    rig.records.full = false;
    String ended = rig.begin(assignment -> assignment.succeed("made"));
    Operation whole = rig.ended(ended);
    assertThat(rig.reason(running)).isEqualTo(Reason.CANCELLED);
    try (OperationRig next = new OperationRig(rig.records, OperationRig.TRAIN)) {
      assertThat(next.reason(running)).isEqualTo(Reason.RUN_LOST);
      assertThat(next.operations.get(ended)).isEqualTo(whole);
      assertThat(rig.records.record(running).ended()).isTrue();
    }
  }

  @Test
  void whatCannotBeRecordedDoesNotBegin() {
    rig.records.full = true;
    assertRefused(
        Reason.STORAGE_FULL, () -> rig.begin(assignment -> assignment.succeed("unrecorded")));
    assertThat(rig.operations.list(ALL)).isEmpty();
    rig.records.full = false;
    assertThat(rig.ended(rig.begin(assignment -> assignment.succeed("made"))).result())
        .isEqualTo("made");
  }

  @Test
  void anEndThatCannotBeRecordedFails() {
    String id =
        rig.begin(
            assignment -> {
              rig.records.full = true;
              assignment.succeed("made");
            });
    assertThat(rig.reason(id)).isEqualTo(Reason.STORAGE_FULL);
  }

  /** Whatever comes in whatever order, every operation ends, once, as its record says. */
  @Test
  void everyOperationEndsAsItsRecordSays() throws InterruptedException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String id = rig.begin(oddWork(random.nextInt(6)));
      Thread canceller = Thread.ofVirtual().unstarted(() -> rig.operations.cancel(id));
      if (random.nextBoolean()) {
        canceller.start();
        canceller.join();
      }
      Operation ended = rig.ended(id);
      assertThat(ended.ended()).isTrue();
      assertThat(rig.records.record(id)).isEqualTo(ended);
      rig.operations.cancel(id);
      assertThat(rig.operations.get(id)).isEqualTo(ended);
    }
  }

  /** Ends an operation well, with something that comes meanwhile. */
  private interface GoodEnd {
    void come(Assignment assignment, Runnable meanwhile) throws Exception;
  }

  private static Work oddWork(int form) {
    return assignment -> {
      assignment.report("news");
      switch (form) {
        case 0 -> assignment.succeed("made");
        case 1 -> throw new StackOverflowError();
        case 2 -> throw MatineeException.of(Reason.RUN_FAILED, "killed");
        case 3 -> {
          assignment.finish("made");
          throw new java.io.IOException("no commit");
        }
        case 4 -> assignment.onStop(() -> Objects.requireNonNull(null));
        default -> assignment.requireActive();
      }
    };
  }

  private static Work abandonable(List<String> abandoned) {
    return new Work() {
      @Override
      public void run(Assignment assignment) throws Exception {
        endless(new CountDownLatch(1)).run(assignment);
      }

      @Override
      public void abandon() {
        abandoned.add("abandoned");
      }
    };
  }
}
