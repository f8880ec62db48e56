package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.EventKind;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waits for the writer. */
class WaitingBatchesTest {
  @Test
  void aWriterThatWaitsForBatchesAnswersThatItLives() throws Exception {
    WaitingBatches queue = new WaitingBatches(1, 1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue.take(1, 1);
                  } catch (InterruptedException unexpected) {
                    throw new AssertionError(unexpected);
                  }
                });
    queue.ask(answered::countDown);
    assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(writer.isAlive()).isTrue();
    queue.close();
    writer.join();
  }

  @Test
  void refusesWhatIsTooMuchToWait() throws Exception {
    String longest = "x".repeat(256);
    List<LiveRating> ratings =
        Collections.nCopies(
            1_000, new LiveRating(longest, longest, EventKind.RATING, 4f, Instant.EPOCH));
    RatingBatch batch = new RatingBatch("d", "r", "", ratings);
    WaitingBatches queue = new WaitingBatches(10_000, 2 * batch.bytes());
    queue.add(batch);
    queue.add(batch);
    assertFull(queue, batch);
    assertThat(queue.take(10_000, batch.bytes())).hasSize(1);
    queue.add(batch);
    queue.close();
    assertThat(queue.take(10_000, 10 * batch.bytes())).hasSize(2);
    assertThat(queue.take(10_000, 10 * batch.bytes())).isEmpty();
  }

  @Test
  void countsRatingsAndNotBatches() throws Exception {
    LiveRating rating = new LiveRating("u", "m", EventKind.RATING, 4f, Instant.EPOCH);
    RatingBatch large = new RatingBatch("d", "r", "", Collections.nCopies(1_000, rating));
    RatingBatch small = new RatingBatch("d", "s", "", List.of(rating));
    WaitingBatches queue = new WaitingBatches(2_001, Long.MAX_VALUE);
    queue.add(large);
    queue.add(large);
    assertFull(queue, large);
    queue.add(small);
    assertFull(queue, small);
    assertThat(queue.take(1_500, Long.MAX_VALUE)).as("no more than fit").hasSize(1);
    queue.add(large);
    assertThat(queue.take(1, Long.MAX_VALUE)).as("one at least").hasSize(1);
  }

  private static void assertFull(WaitingBatches queue, RatingBatch batch) {
    assertThatThrownBy(() -> queue.add(batch))
        .isInstanceOfSatisfying(
            MatineeException.class,
            full -> {
              assertThat(full.reason()).isEqualTo(Reason.QUEUE_FULL);
              assertThat(full.retryDelay()).isPresent();
            });
  }
}
