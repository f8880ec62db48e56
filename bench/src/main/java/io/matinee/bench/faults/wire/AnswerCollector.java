package io.matinee.bench.faults.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the frames of one stream; confined to its event loop but for the future. */
final class AnswerCollector extends SimpleChannelInboundHandler<Http2StreamFrame> {
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private OptionalInt httpStatus = OptionalInt.empty();
  private OptionalInt grpcStatus = OptionalInt.empty();
  private String message = "";
  private String details = "";
  private long replyBytes;

  /** Completes when the stream ends; never exceptionally. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
    switch (frame) {
      case Http2HeadersFrame headers -> {
        read(headers.headers());
        if (headers.isEndStream()) {
          end(Answer.End.COMPLETE);
        }
      }
      case Http2DataFrame data -> {
        replyBytes += data.content().readableBytes();
        if (data.isEndStream()) {
          end(Answer.End.COMPLETE);
        }
      }
      default -> {
        // Windows and priorities say nothing of the answer.
      }
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof Http2ResetFrame) {
      end(Answer.End.RESET);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(Answer.End.LOST);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(Answer.End.LOST);
    context.close();
  }

  /** Ends the answer with what came so far. */
  void end(Answer.End end) {
    answer.complete(new Answer(end, httpStatus, grpcStatus, message, details, replyBytes));
  }

  private void read(Http2Headers headers) {
    httpStatus = number(headers.status(), httpStatus);
    grpcStatus = number(headers.get("grpc-status"), grpcStatus);
    message = text(headers.get("grpc-message"), message);
    details = text(headers.get("grpc-status-details-bin"), details);
  }

  private static String text(@Nullable CharSequence value, String fallback) {
    return value == null ? fallback : value.toString();
  }

  private static OptionalInt number(@Nullable CharSequence digits, OptionalInt fallback) {
    return digits == null ? fallback : OptionalInt.of(Integer.parseInt(digits.toString()));
  }
}
