package io.matinee.trainer.ratings;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The log of live ratings. Thread-safe.
 *
 * <p>One thread writes: it takes all batches that are waiting and commits them in one transaction,
 * so that many callers share the cost of reaching the disk.
 */
public final class LiveRatings implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LiveRatings.class);
  private static final int WAITING = 10_000;
  private static final int GROUP = 512;

  private final Database database;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private volatile boolean closed;

  /** Opens the log of a database. */
  public LiveRatings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writer = Thread.ofPlatform().name("ratings-writer").start(this::write);
  }

  /**
   * Records a batch.
   *
   * @return the revision that holds it, once it is on the disk; a repeated request gets the
   *     revision of the first
   * @throws MatineeException QUEUE_FULL or SHUTTING_DOWN
   */
  public CompletableFuture<Long> record(RatingBatch batch) {
    if (closed) {
      throw shuttingDown();
    }
    Waiting waiting = new Waiting(batch, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw MatineeException.of(
          Reason.QUEUE_FULL, WAITING + " batches of ratings are waiting; repeat in a moment.");
    }
    return waiting.revision();
  }

  /**
   * A user's ratings, newest first; of two of the same movie, the later one.
   *
   * @param revision where to go on: only what was recorded before this revision and position
   */
  public List<RecordedRating> ofUser(
      String dataset, String user, long revision, int position, int limit) {
    return database.read(
        handle -> RatingTables.ofUser(handle, dataset, user, revision, position, limit));
  }

  /** Writes what is waiting, then ends. */
  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (!closed) {
        group.add(queue.take());
        queue.drainTo(group, GROUP);
        commit(group);
        group.clear();
      }
    } catch (InterruptedException closing) {
      LOG.debug("closing", closing);
    }
    queue.drainTo(group);
    commit(group);
  }

  private void commit(List<Waiting> group) {
    try {
      List<Long> revisions = database.write(handle -> insert(handle, group));
      for (int i = 0; i < group.size(); i++) {
        group.get(i).revision().complete(revisions.get(i));
      }
    } catch (RuntimeException failure) {
      group.forEach(waiting -> waiting.revision().completeExceptionally(failure));
    }
  }

  private List<Long> insert(Handle handle, List<Waiting> group) {
    long last = RatingTables.lastRevision(handle);
    List<Long> revisions = new ArrayList<>(group.size());
    for (Waiting waiting : group) {
      Optional<Long> earlier = RatingTables.revisionOf(handle, waiting.batch());
      if (earlier.isEmpty()) {
        last++;
        RatingTables.insert(handle, waiting.batch(), last, clock.instant());
      }
      revisions.add(earlier.orElse(last));
    }
    return revisions;
  }

  private static MatineeException shuttingDown() {
    return MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
  }

  private record Waiting(RatingBatch batch, CompletableFuture<Long> revision) {}
}
