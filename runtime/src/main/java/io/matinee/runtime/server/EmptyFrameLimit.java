package io.matinee.runtime.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;

/**
 * Ends a connection that sends DATA frames without data, but for those that end a stream. No window
 * counts them, and gRPC keeps each until the request that it belongs to is whole: 32 MB of them
 * took 256 MB of heap. A client has no reason to send any.
 */
final class EmptyFrameLimit extends Http2FrameListenerDecorator {
  private static final int MOST = 1_000;

  private int empty;

  EmptyFrameLimit(Http2FrameListener listener) {
    super(listener);
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean last)
      throws Http2Exception {
    if (!last && !data.isReadable() && ++empty > MOST) {
      throw Http2Exception.connectionError(
          Http2Error.ENHANCE_YOUR_CALM, "more than %d empty frames", MOST);
    }
    return super.onDataRead(context, stream, data, padding, last);
  }
}
