package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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
}
