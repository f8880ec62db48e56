package io.matinee.runtime.following;

import io.matinee.model.scoring.Scorer;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that scores from a snapshot and notes how often it was closed. */
final class TestModel implements AutoCloseable {
  private final Snapshot snapshot;
  private final String version;
  private final AtomicInteger closings = new AtomicInteger();

  TestModel(Snapshot snapshot, String version) {
    this.snapshot = snapshot;
    this.version = version;
  }

  /** Returns a score from mapped memory; fails when the snapshot is closed. */
  float score() {
    Scorer scorer = snapshot.ranking().orElseThrow();
    return scorer.score(scorer.user(0).orElseThrow(), 1);
  }

  int closings() {
    return closings.get();
  }

  @Override
  public void close() {
    closings.incrementAndGet();
    snapshot.close();
  }

  /** Loads {@link TestModel}s and keeps them in sight. */
  static final class Reader implements ModelReader<TestModel> {
    final Queue<TestModel> loaded = new ConcurrentLinkedQueue<>();
    volatile boolean refusing;
    volatile Runnable verification = () -> {};
    volatile Map<String, Set<String>> derived = Map.of();

    @Override
    public Set<BlobRole> roles() {
      return Set.of(BlobRole.CATALOGUE, BlobRole.USERS, BlobRole.RANKING);
    }

    @Override
    public TestModel load(Snapshot snapshot, String versionName) {
      if (refusing) {
        throw MatineeException.of(Reason.NO_RANKING_SCORER, versionName + " does not rank");
      }
      TestModel model = new TestModel(snapshot, versionName);
      loaded.add(model);
      return model;
    }

    @Override
    public Set<String> derived(TestModel model) {
      return derived.getOrDefault(model.version, Set.of());
    }

    @Override
    public void verify(TestModel model) {
      verification.run();
    }

    @Override
    public void warm(TestModel model) {
      model.score();
    }
  }
}
