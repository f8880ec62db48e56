package io.matinee.runtime.inbound;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.matinee.runtime.call.ByteBudget;
import io.matinee.runtime.call.ResettableStream;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Counts the bytes of requests that have come in part, and of their frames. gRPC takes such bytes
 * off the connection's window, so that callers who never end their requests could otherwise fill
 * the memory. The stream whose request goes past what all may have is reset; small requests always
 * pass.
 */
@Singleton
public final class UnfinishedRequests extends ServerStreamTracer.Factory {
  private static final long SMALL = 4096;

  /** What keeping a frame takes beside its bytes, about: crumbs of a byte would cost the most. */
  private static final long FRAME_BYTES = 256;

  private final ByteBudget budget;

  @Inject
  UnfinishedRequests(InboundConfiguration configuration) {
    this(configuration.bytes());
  }

  /** Makes a budget of so many bytes. */
  UnfinishedRequests(long bytes) {
    this.budget = new ByteBudget(bytes);
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new Counted();
  }

  private final class Counted extends ResettableStream {
    private long come;
    private long held;

    @Override
    public synchronized void inboundWireSize(long bytes) {
      come += bytes + FRAME_BYTES;
      long more = come - SMALL - held;
      if (more <= 0) {
        return;
      }
      if (budget.take(more)) {
        held += more;
      } else {
        reset("too many bytes of unfinished requests");
      }
    }

    @Override
    public synchronized void inboundMessageRead(
        int number, long wireBytes, long uncompressedBytes) {
      budget.give(held);
      held = 0;
      come = 0;
    }

    @Override
    public void streamClosed(Status status) {
      inboundMessageRead(0, 0, 0);
    }
  }
}
