package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Ends calls with a stream of requests whose caller sends none for long, so that what they hold
 * comes free. Only the time counts in which the handler waits for one.
 */
final class SilenceInterceptor implements ServerInterceptor {
  private final Duration longest;
  private final ScheduledExecutorService timer;

  /**
   * Makes an interceptor.
   *
   * @param longest how long a caller may be silent
   * @param timer measures that
   */
  SilenceInterceptor(Duration longest, ScheduledExecutorService timer) {
    this.longest = longest;
    this.timer = timer;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (call.getMethodDescriptor().getType() != MethodType.CLIENT_STREAMING) {
      return next.startCall(call, headers);
    }
    HeardCall<Q, R> heard = new HeardCall<>(call);
    HeardListener<Q> listener = new HeardListener<>(next.startCall(heard, headers), heard);
    heard.handler = listener;
    return listener;
  }

  private final class HeardCall<Q, R> extends SerializedCall<Q, R> {
    private final Patience patience = new Patience(longest, timer, this::giveUp);
    private volatile ServerCall.Listener<Q> handler = new ServerCall.Listener<>() {};
    private int due;

    HeardCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void request(int messages) {
      expect(messages);
      super.request(messages);
    }

    private synchronized void expect(int messages) {
      due += messages;
      patience.begin();
    }

    synchronized void heard() {
      due--;
      patience.end();
      if (due > 0) {
        patience.begin();
      }
    }

    private void giveUp() {
      String text = "nothing came for %d s; begin anew".formatted(longest.toSeconds());
      MatineeException silent = MatineeException.of(Reason.DEADLINE_EXCEEDED, text);
      close(Status.DEADLINE_EXCEEDED.withCause(silent), new Metadata());
      handler.onCancel();
    }
  }

  private static final class HeardListener<Q> extends EndListener<Q> {
    private final SilenceInterceptor.HeardCall<Q, ?> call;

    HeardListener(ServerCall.Listener<Q> listener, HeardCall<Q, ?> call) {
      super(listener, call.patience::over);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      call.heard();
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      call.patience.over();
      super.onHalfClose();
    }
  }
}
