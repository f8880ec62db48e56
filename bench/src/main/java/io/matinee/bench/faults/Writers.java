package io.matinee.bench.faults;

import io.matinee.cli.connection.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;

/** Writers of ratings at work, until they are stopped. */
final class Writers {
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final List<RatingWriter> writers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Starts some, whose users bear the given name. */
  static Writers start(Clients clients, String name, int count) {
    Writers started = new Writers();
    for (int i = 0; i < count; i++) {
      RatingWriter writer = new RatingWriter(clients, name + "-" + i, started.going::get);
      started.writers.add(writer);
      started.threads.add(Thread.ofPlatform().name("writer-" + i).start(writer));
    }
    return started;
  }

  /** Stops them; returns when all have. */
  void stop() throws InterruptedException {
    going.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Returns a count over all writers, which are stopped. */
  long sum(ToLongFunction<RatingWriter> count) {
    return writers.stream().mapToLong(count).sum();
  }
}
