package io.matinee.trainer.ratings;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The batches that wait for the writer, bounded by their ratings and by memory. Thread-safe. */
final class WaitingBatches {
  private final int mostRatings;
  private final long mostBytes;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final List<Runnable> questions = new ArrayList<>();
  private int ratings;
  private long bytes;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param mostRatings how many ratings may wait
   * @param mostBytes how much memory they may take
   */
  WaitingBatches(int mostRatings, long mostBytes) {
    this.mostRatings = mostRatings;
    this.mostBytes = mostBytes;
  }

  /**
   * A batch, and what its caller waits for.
   *
   * @param batch the batch
   * @param bytes how much memory it takes
   * @param revision the revision that holds it, or why none does
   */
  record Waiting(RatingBatch batch, long bytes, CompletableFuture<Long> revision) {
    private int ratings() {
      return batch.ratings().size();
    }
  }

  /**
   * Adds a batch.
   *
   * @throws MatineeException QUEUE_FULL, or SHUTTING_DOWN once the queue is closed
   */
  CompletableFuture<Long> add(RatingBatch batch) {
    Waiting waiting = new Waiting(batch, batch.bytes(), new CompletableFuture<>());
    add(waiting);
    return waiting.revision();
  }

  private synchronized void add(Waiting waiting) {
    if (closed) {
      throw stopping();
    }
    if (ratings + waiting.ratings() > mostRatings || bytes + waiting.bytes() > mostBytes) {
      throw MatineeException.of(
          Reason.QUEUE_FULL,
          "%,d ratings (%,d bytes) are waiting; repeat in a moment.".formatted(ratings, bytes));
    }
    queue.add(waiting);
    ratings += waiting.ratings();
    bytes += waiting.bytes();
    notifyAll();
  }

  /**
   * Waits for batches and takes the oldest.
   *
   * @param most how many ratings they may have together; one batch may have more
   * @param mostTogether how much memory they may take together; one batch may take more
   * @return at least one, or none once the queue is closed and empty
   */
  synchronized List<Waiting> take(int most, long mostTogether) throws InterruptedException {
    answer();
    while (queue.isEmpty() && !closed) {
      wait();
      answer();
    }
    List<Waiting> taken = new ArrayList<>();
    long count = 0;
    long together = 0;
    for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
      count += next.ratings();
      together += next.bytes();
      if (!taken.isEmpty() && (count > most || together > mostTogether)) {
        break;
      }
      taken.add(queue.remove());
      ratings -= next.ratings();
      bytes -= next.bytes();
    }
    return taken;
  }

  /** Has the writer run something when it comes back for batches, waiting or not. */
  synchronized void ask(Runnable question) {
    questions.add(question);
    notifyAll();
  }

  private void answer() {
    questions.forEach(Runnable::run);
    questions.clear();
  }

  /** Takes no more batches; those that wait can still be taken. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Takes no more batches, and tells the callers of those that wait to repeat their calls. */
  void abandon() {
    close();
    rest().forEach(waiting -> waiting.revision().completeExceptionally(stopping()));
  }

  private synchronized List<Waiting> rest() {
    List<Waiting> rest = List.copyOf(queue);
    queue.clear();
    ratings = 0;
    bytes = 0;
    return rest;
  }

  private static MatineeException stopping() {
    return MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
  }
}
