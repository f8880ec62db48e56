package io.matinee.bench.micro;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Snapshot;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading the blobs of a version of 10,000 users and 2,000 movies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VersionDecoding {
  private static final int ASKED = 1024;

  private final WrittenVersion version = WrittenVersion.write();
  private final Snapshot snapshot = version.open();
  private final String[] ids = new String[ASKED];
  private int next;

  /** Draws the users that are asked for. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int index = 0; index < ASKED; index++) {
      ids[index] = snapshot.users().id(random.nextInt(snapshot.users().size()));
    }
  }

  /** Deletes the version. */
  @TearDown
  public void delete() throws IOException {
    snapshot.close();
    version.close();
  }

  /** Every blob verified, mapped, and its shape checked. */
  @Benchmark
  public int open() {
    try (Snapshot opened = version.open()) {
      return opened.users().size();
    }
  }

  /** Returns a user's index by the id. */
  @Benchmark
  public int findUser() {
    return snapshot.users().indexOf(nextId());
  }

  /** All ratings, one after the other. */
  @Benchmark
  public float sumOfRatings() {
    RatingsMatrix ratings = snapshot.seen();
    float sum = 0;
    for (int position = 0; position < ratings.ratingCount(); position++) {
      sum += ratings.ratingAt(position);
    }
    return sum;
  }

  private String nextId() {
    next = (next + 1) % ASKED;
    return ids[next];
  }
}
