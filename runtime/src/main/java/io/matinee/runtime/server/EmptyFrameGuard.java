package io.matinee.runtime.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;

/**
 * Has a connection's empty frames counted, from its first bytes on: Netty's own guard against them
 * is in a builder that gRPC does not use.
 */
final class EmptyFrameGuard extends ChannelInboundHandlerAdapter {
  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    Http2ConnectionHandler connection = context.pipeline().get(Http2ConnectionHandler.class);
    if (connection != null) { // Under TLS it comes after the handshake.
      Http2ConnectionDecoder decoder = connection.decoder();
      decoder.frameListener(new EmptyFrameLimit(decoder.frameListener()));
      context.pipeline().remove(this);
    }
    context.fireChannelRead(bytes);
  }
}
