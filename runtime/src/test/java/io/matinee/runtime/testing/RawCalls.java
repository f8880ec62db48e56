package io.matinee.runtime.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Calls as no stub makes them: any method, any bytes, any number of messages. */
public final class RawCalls {
  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
          return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream message) {
          try {
            return message.readAllBytes();
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        }
      };

  private final Channel channel;
  private final CallOptions options;

  private RawCalls(Channel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /** Returns calls over a channel. */
  public static RawCalls over(Channel channel) {
    return new RawCalls(channel, CallOptions.DEFAULT);
  }

  /** Returns the same calls, compressed by gzip. */
  public RawCalls compressed() {
    return new RawCalls(channel, options.withCompression("gzip"));
  }

  /**
   * Returns the bytes of the reply.
   *
   * @param method the full name, e.g. {@code matinee.serving.v1.CatalogueService/GetMovie}
   * @throws StatusRuntimeException with the status and trailers of a call that fails
   */
  public byte[] call(String method, byte[]... messages) {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.newBuilder(BYTES, BYTES)
            .setFullMethodName(method)
            .setType(MethodType.UNKNOWN)
            .build();
    ClientCall<byte[], byte[]> call =
        channel.newCall(descriptor, options.withDeadlineAfter(60, TimeUnit.SECONDS));
    Answer answer = new Answer();
    call.start(answer, new Metadata());
    call.request(2);
    for (byte[] message : messages) {
      call.sendMessage(message);
    }
    call.halfClose();
    return answer.await();
  }

  private static final class Answer extends ClientCall.Listener<byte[]> {
    private final AtomicReference<byte @Nullable []> message = new AtomicReference<>();
    private final CompletableFuture<StatusRuntimeException> end = new CompletableFuture<>();

    @Override
    public void onMessage(byte[] reply) {
      message.set(reply);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      end.complete(new StatusRuntimeException(status, trailers));
    }

    byte[] await() {
      StatusRuntimeException ended = end.join();
      byte @Nullable [] reply = message.get();
      if (reply == null || !ended.getStatus().isOk()) {
        throw ended;
      }
      return reply;
    }
  }
}
