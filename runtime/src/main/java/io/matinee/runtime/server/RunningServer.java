package io.matinee.runtime.server;

import io.grpc.Server;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The process's gRPC server, and its end. Thread safe. */
@Singleton
public class RunningServer {
  private volatile @Nullable Server server;
  private volatile @Nullable RuntimeException obstacle;

  /** Takes the server in its charge. */
  public void built(Server server) {
    this.server = server;
  }

  void cannotStart(RuntimeException obstacle) {
    this.obstacle = obstacle;
  }

  /** Throws what kept the server from being built, if anything did. */
  public void requireNoObstacle() {
    RuntimeException present = obstacle;
    if (present != null) {
      throw present;
    }
  }

  /**
   * Stops listening and tells every client to go elsewhere (GOAWAY); calls in flight, and those
   * that were sent before their client had heard, go on.
   */
  public void beginEnd() {
    Server present = server;
    if (present != null) {
      present.shutdown();
    }
  }

  /**
   * Waits for the last call; those that last longer than the given time are cut off.
   *
   * @return whether all calls ended by themselves
   */
  public boolean end(Duration longest) throws InterruptedException {
    Server present = server;
    if (present == null) {
      return true;
    }
    boolean ended = present.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (!ended) {
      present.shutdownNow();
    }
    return ended;
  }
}
