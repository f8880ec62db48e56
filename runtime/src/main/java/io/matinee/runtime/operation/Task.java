package io.matinee.runtime.operation;

import io.matinee.runtime.call.RequestId;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The turn of one operation: its work, from its beginning to its end, whatever it throws. The call
 * that began it may end meanwhile; its id goes on.
 */
final class Task implements Runnable, Assignment {
  private final Operations operations;
  private final Entry entry;
  private final Work work;
  private final Runnable turn = RequestId.carriedOn(this::take);
  private boolean decided;
  private @Nullable Operation finished;

  Task(Operations operations, Entry entry, Work work) {
    this.operations = operations;
    this.entry = entry;
    this.work = work;
  }

  @Override
  public void run() {
    turn.run();
  }

  /** Lets go of work whose turn does not come. */
  void abandon() {
    work.abandon();
  }

  private void take() {
    if (operations.isClosing() || entry.operation().ended()) {
      abandon();
      return;
    }
    try {
      work.run(this);
      Operation end = finished;
      if (end == null) {
        requireActive();
        throw new IllegalStateException("the work has returned without an end");
      }
      entry.show(end);
    } catch (Throwable thrown) {
      if (decided) {
        operations.endUnconfirmed(entry, thrown);
      } else if (entry.claimEnd()) {
        operations.failClaimed(entry, thrown);
      }
    }
  }

  @Override
  public String id() {
    return entry.operation().id();
  }

  @Override
  public void report(String progress) {
    entry.report(progress);
  }

  @Override
  public void onStop(Runnable stop) {
    entry.onStop(stop);
  }

  @Override
  public void requireActive() {
    if (entry.isStopped()) {
      throw cancelled();
    }
  }

  @Override
  public Operation finish(String result) {
    decide();
    return end(result);
  }

  @Override
  public void succeed(Supplier<String> publishing) {
    decide();
    operations.save(end(publishing.get()));
  }

  private void decide() {
    if (!entry.claimEnd()) {
      throw cancelled();
    }
    decided = true;
  }

  private Operation end(String result) {
    Operation end = operations.succeeded(entry, result);
    finished = end;
    return end;
  }

  private static MatineeException cancelled() {
    return MatineeException.of(Reason.CANCELLED, "The operation was cancelled.");
  }
}
