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
  private Answer soFar = Answer.none(Answer.End.LOST);

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
        soFar = with(soFar.replyBytes() + data.content().readableBytes());
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
    answer.complete(
        new Answer(
            end,
            soFar.httpStatus(),
            soFar.grpcStatus(),
            soFar.message(),
            soFar.details(),
            soFar.replyBytes()));
  }

  private void read(Http2Headers headers) {
    OptionalInt http = headers.status() == null ? soFar.httpStatus() : number(headers.status());
    CharSequence grpc = headers.get("grpc-status");
    soFar =
        new Answer(
            soFar.end(),
            http,
            grpc == null ? soFar.grpcStatus() : number(grpc),
            text(headers.get("grpc-message"), soFar.message()),
            text(headers.get("grpc-status-details-bin"), soFar.details()),
            soFar.replyBytes());
  }

  private Answer with(long replyBytes) {
    return new Answer(
        soFar.end(),
        soFar.httpStatus(),
        soFar.grpcStatus(),
        soFar.message(),
        soFar.details(),
        replyBytes);
  }

  private static String text(@Nullable CharSequence value, String fallback) {
    return value == null ? fallback : value.toString();
  }

  private static OptionalInt number(CharSequence digits) {
    return OptionalInt.of(Integer.parseInt(digits.toString()));
  }
}
