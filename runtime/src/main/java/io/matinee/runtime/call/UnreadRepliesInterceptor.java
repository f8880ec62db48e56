package io.matinee.runtime.call;

import com.google.protobuf.MessageLite;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes of replies that callers have not read, turns calls away while there are too
 * many, and ends streams that are not read for long.
 */
final class UnreadRepliesInterceptor implements ServerInterceptor {
  /** What an open call takes beside its reply, about. */
  private static final long CALL_BYTES = 4096;

  private final UnreadReplies replies;
  private final Duration longest;
  private final ScheduledExecutorService timer;

  /**
   * Makes an interceptor.
   *
   * @param replies the bytes that may be unread
   * @param longest how long a stream may go unread
   * @param timer measures that
   */
  UnreadRepliesInterceptor(
      UnreadReplies replies, Duration longest, ScheduledExecutorService timer) {
    this.replies = replies;
    this.longest = longest;
    this.timer = timer;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (isProbe(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    ConnectionShares.OfConnection share = replies.of(call.getAttributes());
    if (!share.take(CALL_BYTES)) {
      refuse(call);
      return new ServerCall.Listener<>() {};
    }
    CountedCall<Q, R> counted = new CountedCall<>(call, share);
    try {
      return new CountedListener<>(next.startCall(counted, headers), counted);
    } catch (RuntimeException | Error failure) {
      counted.over();
      throw failure;
    }
  }

  /** A check of health has a reply of some bytes, and must be heard however full the others are. */
  private static boolean isProbe(MethodDescriptor<?, ?> method) {
    return method.getType() == MethodType.UNARY
        && AdmissionInterceptor.isOfGrpc(method.getServiceName());
  }

  private static void refuse(ServerCall<?, ?> call) {
    MatineeException unread =
        MatineeException.of(
            Reason.REPLIES_UNREAD,
            "too many replies wait to be read; read those that you asked for, then try again");
    call.close(Status.RESOURCE_EXHAUSTED.withCause(unread), new Metadata());
  }

  private final class CountedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final ConnectionShares.OfConnection share;
    private final boolean stream = !getMethodDescriptor().getType().serverSendsOneMessage();
    private final Patience patience = new Patience(longest, timer, StreamResets.current());
    private final AtomicLong held = new AtomicLong(CALL_BYTES);
    private volatile boolean over;
    private boolean refused;

    CountedCall(ServerCall<Q, R> call, ConnectionShares.OfConnection share) {
      super(call);
      this.share = share;
    }

    @Override
    public void sendMessage(R message) {
      if (refused) {
        return;
      }
      if (stream && isReady()) {
        share.give(held.getAndSet(CALL_BYTES) - CALL_BYTES);
      }
      long bytes = message instanceof MessageLite known ? known.getSerializedSize() : 0;
      if (!share.take(bytes)) {
        refused = true;
        if (over) {
          over();
        }
        refuse(delegate());
        return;
      }
      held.addAndGet(bytes);
      if (over) {
        over();
      }
      super.sendMessage(message);
      if (stream && !isReady()) {
        patience.begin();
      }
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (!refused) {
        super.close(status, trailers);
      }
    }

    void over() {
      over = true;
      share.give(held.getAndSet(0));
      patience.over();
    }
  }

  private static final class CountedListener<Q> extends EndListener<Q> {
    private final UnreadRepliesInterceptor.CountedCall<Q, ?> call;

    CountedListener(ServerCall.Listener<Q> listener, CountedCall<Q, ?> call) {
      super(listener, call::over);
      this.call = call;
    }

    @Override
    public void onReady() {
      call.patience.end();
      super.onReady();
    }
  }
}
