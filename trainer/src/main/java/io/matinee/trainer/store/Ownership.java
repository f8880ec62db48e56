package io.matinee.trainer.store;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * The right to write to a database, which the trainer has that took it last. It is asked for within
 * each transaction, so that nothing of an earlier trainer gets in, whatever became of its lock.
 */
final class Ownership {
  private final long epoch;
  private final Runnable loss;
  private final AtomicBoolean lost = new AtomicBoolean();

  private Ownership(long epoch, Runnable loss) {
    this.epoch = epoch;
    this.loss = loss;
  }

  /**
   * Takes the right from whoever has it.
   *
   * @param handle in a transaction
   * @param loss is run once, when another has taken it
   */
  static Ownership take(Handle handle, Runnable loss) {
    handle.execute("UPDATE ownership SET epoch = epoch + 1");
    return new Ownership(present(handle), loss);
  }

  /**
   * Makes sure of the right until the transaction ends: the update locks the row where other
   * transactions could get in between.
   *
   * @throws MatineeException SHUTTING_DOWN when another trainer has it
   */
  void require(Handle handle) {
    int rows = handle.execute("UPDATE ownership SET epoch = ? WHERE epoch = ?", epoch, epoch);
    if (rows == 1) {
      return;
    }
    lose();
    throw MatineeException.of(
        Reason.SHUTTING_DOWN, "Another trainer has taken over from this one; repeat the call.");
  }

  /** Looks whether another trainer has the right. */
  void check(Handle handle) {
    if (present(handle) != epoch) {
      lose();
    }
  }

  private void lose() {
    if (lost.compareAndSet(false, true)) {
      loss.run();
    }
  }

  private static long present(Handle handle) {
    return handle.createQuery("SELECT epoch FROM ownership").mapTo(Long.class).one();
  }
}
