package io.matinee.trainer.ratings;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.liveness.EssentialThread;
import io.matinee.runtime.liveness.Heart;
import io.matinee.trainer.ratings.WaitingBatches.Waiting;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.StorageFault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The log of live ratings. Thread-safe.
 *
 * <p>One thread writes: it takes the batches that are waiting and commits them in one transaction,
 * so that many callers share the cost of reaching the disk. They share nothing else: when that
 * transaction fails for anything but the storage itself, each batch is committed alone, and only
 * the caller of a batch that fails alone hears of it.
 */
public final class LiveRatings implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LiveRatings.class);
  private static final String WRITER = "ratings-writer";
  private static final int WAITING = 100_000;
  private static final long WAITING_BYTES = 64L << 20;
  private static final int GROUP = 4_096;
  private static final long GROUP_BYTES = 8L << 20;

  private final Database database;
  private final Clock clock;
  private final WaitingBatches queue = new WaitingBatches(WAITING, WAITING_BYTES);
  private final Thread writer;

  /** Opens the log of a database. */
  public LiveRatings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writer = EssentialThread.start(WRITER, this::write);
  }

  /**
   * Records a batch.
   *
   * @return the revision that holds it, once it is on the disk, or why it is not recorded: it
   *     completes whatever happens, the log's end included. A repeated request gets the revision of
   *     the first, REQUEST_ID_REUSED when it asks for something else
   * @throws MatineeException QUEUE_FULL or SHUTTING_DOWN
   */
  public CompletableFuture<Long> record(RatingBatch batch) {
    return queue.add(batch);
  }

  /**
   * Returns the revision that holds a batch already, if its request came before.
   *
   * @throws MatineeException REQUEST_ID_REUSED when that was another request
   */
  public Optional<Long> recordedBy(RatingBatch batch) {
    return database
        .read(handle -> RatingTables.recordedBy(handle, batch))
        .map(earlier -> earlier.revisionOf(batch));
  }

  /**
   * Returns a user's ratings, newest first; of two of the same movie, the later one.
   *
   * @param revision where to go on: only what was recorded before this revision and position
   */
  public List<RecordedRating> ofUser(
      String dataset, String user, long revision, int position, int limit) {
    return database.read(
        handle -> RatingTables.ofUser(handle, dataset, user, revision, position, limit));
  }

  /** Returns the thread that writes, without which callers would wait for ever. */
  public Heart heart() {
    return new Heart(WRITER, queue::ask);
  }

  /** Writes what is waiting, then ends; when hurried, or without a writer, gives it up. */
  @Override
  public void close() {
    queue.close();
    try {
      writer.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      queue.abandon();
    }
  }

  private void write() {
    List<Waiting> group = List.of();
    try {
      group = queue.take(GROUP, GROUP_BYTES);
      while (!group.isEmpty()) {
        commitTogetherOrAlone(group);
        group = queue.take(GROUP, GROUP_BYTES);
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("the writer of ratings was interrupted", unexpected);
    } catch (Error fatal) {
      queue.abandon();
      fail(
          group,
          MatineeException.of(Reason.INTERNAL, "The ratings may be recorded or not.", fatal));
      throw fatal;
    }
  }

  private void commitTogetherOrAlone(List<Waiting> group) {
    try {
      List<Runnable> answers = database.write(handle -> insert(handle, group));
      answers.forEach(Runnable::run);
    } catch (RuntimeException failure) {
      if (group.size() == 1 || StorageFault.isOfStorage(failure)) {
        fail(group, failure);
      } else {
        LOG.warnf("%d batches of ratings fail together (%s); each alone", group.size(), failure);
        group.forEach(waiting -> commitTogetherOrAlone(List.of(waiting)));
      }
    }
  }

  /** Tells the callers who have no answer yet. */
  private static void fail(List<Waiting> group, RuntimeException failure) {
    group.forEach(waiting -> waiting.revision().completeExceptionally(failure));
  }

  /** Returns what answers the callers once the transaction is on the disk. */
  private List<Runnable> insert(Handle handle, List<Waiting> group) {
    long last = RatingTables.lastRevision(handle);
    List<Runnable> answers = new ArrayList<>(group.size());
    for (Waiting waiting : group) {
      Optional<RecordedRequest> earlier = RatingTables.recordedBy(handle, waiting.batch());
      if (earlier.isEmpty()) {
        last++;
        RatingTables.insert(handle, waiting.batch(), last, clock.instant());
      }
      answers.add(
          answer(waiting, earlier.orElse(new RecordedRequest(last, waiting.batch().digest()))));
    }
    RatingTables.keepLastRevision(handle, last);
    return answers;
  }

  private static Runnable answer(Waiting waiting, RecordedRequest recorded) {
    return () -> {
      try {
        waiting.revision().complete(recorded.revisionOf(waiting.batch()));
      } catch (MatineeException used) {
        waiting.revision().completeExceptionally(used);
      }
    };
  }
}
