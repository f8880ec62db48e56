package io.matinee.runtime.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

class UnfinishedRequestsTest {
  private static final long ALL = 1 << 20;

  private final UnfinishedRequests requests = new UnfinishedRequests(ALL);

  @Test
  void resetsTheStreamWhoseRequestIsOneTooMany() {
    Stream first = new Stream();
    first.tracer.inboundWireSize(ALL / 2);
    first.tracer.inboundWireSize(ALL / 2);
    Stream second = new Stream();
    second.tracer.inboundWireSize(64 << 10);

    assertThat(first.context.isCancelled()).isFalse();
    assertThat(second.context.isCancelled()).isTrue();
  }

  @Test
  void countsWhatKeepingFramesTakes() {
    Stream crumbs = new Stream();
    for (int sent = 0; sent < ALL / 64; sent++) {
      crumbs.tracer.inboundWireSize(1);
    }
    assertThat(crumbs.context.isCancelled()).isTrue();
  }

  @Test
  void letsSmallRequestsPassWhateverOthersHold() {
    new Stream().tracer.inboundWireSize(ALL);
    Stream small = new Stream();
    small.tracer.inboundWireSize(1000);
    assertThat(small.context.isCancelled()).isFalse();
  }

  @Test
  void givesBackWhatHasComeWholeOrIsOver() {
    Stream whole = new Stream();
    whole.tracer.inboundWireSize(ALL);
    whole.tracer.inboundMessageRead(0, ALL, ALL);
    Stream over = new Stream();
    over.tracer.inboundWireSize(ALL);
    over.tracer.streamClosed(Status.CANCELLED);
    over.tracer.streamClosed(Status.CANCELLED);
    Stream next = new Stream();
    next.tracer.inboundWireSize(ALL);

    assertThat(over.context.isCancelled()).isFalse();
    assertThat(next.context.isCancelled()).isFalse();
  }

  private final class Stream {
    private final ServerStreamTracer tracer =
        requests.newServerStreamTracer("a.Service/Method", new Metadata());
    private final Context context = tracer.filterContext(Context.ROOT);
  }
}
