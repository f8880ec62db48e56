package io.matinee.trainer.ratings;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The batches that wait for the writer, bounded by number and by memory. Thread-safe. */
final class WaitingBatches {
  private final int mostBatches;
  private final long mostBytes;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final List<Runnable> questions = new ArrayList<>();
  private long bytes;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param mostBatches how many batches may wait
   * @param mostBytes how much memory they may take
   */
  WaitingBatches(int mostBatches, long mostBytes) {
    this.mostBatches = mostBatches;
    this.mostBytes = mostBytes;
  }

  /**
   * A batch, and what its caller waits for.
   *
   * @param batch the batch
   * @param bytes how much memory it takes
   * @param revision the revision that holds it, or why none does
   */
  record Waiting(RatingBatch batch, long bytes, CompletableFuture<Long> revision) {}

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
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
    }
    if (queue.size() == mostBatches || bytes + waiting.bytes() > mostBytes) {
      throw MatineeException.of(
          Reason.QUEUE_FULL,
          "%,d batches of ratings (%,d bytes) are waiting; repeat in a moment."
              .formatted(queue.size(), bytes));
    }
    queue.add(waiting);
    bytes += waiting.bytes();
    notifyAll();
  }

  /**
   * Waits for batches and takes the oldest.
   *
   * @param most how many to take at most
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
    long together = 0;
    for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
      together += next.bytes();
      if (taken.size() == most || (!taken.isEmpty() && together > mostTogether)) {
        break;
      }
      taken.add(queue.remove());
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
}
