package io.matinee.bench.faults;

import io.matinee.bench.faults.wire.Answer;
import io.matinee.bench.faults.wire.RawConnection;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many connections that all make the same call many times at once. */
final class RawClients implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final int LINGERING_SECONDS = 5;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<RawConnection> connections = new ArrayList<>();
  private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

  /**
   * Opens connections; a server that takes no more of them is left with those that it took.
   *
   * @param reads whether they take what is sent to them
   */
  static RawClients open(EventLoopGroup loops, int port, int connections, boolean reads) {
    RawClients clients = new RawClients();
    try {
      for (int i = 0; i < connections; i++) {
        clients.connections.add(RawConnection.open(loops, port, reads));
      }
    } catch (IOException enough) {
      return clients;
    }
    return clients;
  }

  /** Makes a call so many times on each connection; returns at once. */
  void call(Map<String, String> headers, byte[] body, int times) {
    for (int i = 0; i < times; i++) {
      for (RawConnection connection : connections) {
        answers.add(connection.call(headers, body, PATIENCE_MILLISECONDS));
      }
    }
  }

  /** Returns how many of the calls made have ended as a bug does; waits a little for the others. */
  long bugs() {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINGERING_SECONDS);
    while (System.nanoTime() < limit && !answers.stream().allMatch(CompletableFuture::isDone)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return answers.stream()
        .map(answer -> answer.getNow(Answer.none(Answer.End.GIVEN_UP)))
        .filter(answer -> answer.status().equals("INTERNAL") || answer.status().equals("UNKNOWN"))
        .count();
  }

  /** Closes all connections, which ends what is under way. */
  @Override
  public void close() {
    connections.forEach(RawConnection::close);
  }
}
