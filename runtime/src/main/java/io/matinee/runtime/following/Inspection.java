package io.matinee.runtime.following;

import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.MappedBlob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads again all that a loaded model answers from, where it is mapped, and the files that the next
 * start would read.
 *
 * @param <T> what answers calls
 */
record Inspection<T extends AutoCloseable>(ModelReader<T> reader, SnapshotStore snapshots) {
  /** Returns what is damaged of a model that is kept open for as long. */
  Damage of(LoadedModel<T> loaded, LongConsumer pace) {
    List<CorruptBlobException> inUse = new ArrayList<>();
    for (MappedBlob blob : loaded.snapshot().mapped()) {
      attempt(() -> blob.verify(pace), inUse);
    }
    attempt(() -> reader.verify(loaded.model()), inUse);
    return new Damage(inUse, snapshots.damaged(loaded.target(), reader.roles(), pace));
  }

  private static void attempt(Runnable read, List<CorruptBlobException> damaged) {
    try {
      read.run();
    } catch (CorruptBlobException found) {
      damaged.add(found);
    }
  }
}
