package io.matinee.bench.faults.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/2 connection to a service on this machine that sends what it is told, however wrong. Safe
 * for use by several threads.
 */
public final class RawConnection implements AutoCloseable {
  private static final int WIDE_WINDOW = 1 << 20;

  private final Channel channel;

  private RawConnection(Channel channel) {
    this.channel = channel;
  }

  /**
   * Connects.
   *
   * @param loops that do the work; the caller ends them
   * @param port of the service on loopback
   * @param reads whether it takes what is sent to it; one that does not has a window of 0
   * @throws IOException when nobody listens
   */
  public static RawConnection open(EventLoopGroup loops, int port, boolean reads)
      throws IOException {
    var connecting =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    opened.pipeline().addLast(codec(reads).build(), streams());
                  }
                })
            .connect("127.0.0.1", port)
            .awaitUninterruptibly();
    if (!connecting.isSuccess()) {
      throw new IOException("no connection to port " + port, connecting.cause());
    }
    return new RawConnection(connecting.channel());
  }

  /** Whether calls can still be made. */
  public boolean isOpen() {
    return channel.isActive();
  }

  /**
   * Makes a call; the server hears of its end with the last byte of the body.
   *
   * @param headers in their order
   * @param body the framed messages
   * @param patienceMilliseconds until the call is taken back
   * @return the answer; never completes exceptionally
   */
  public CompletableFuture<Answer> call(
      Map<String, String> headers, byte[] body, long patienceMilliseconds) {
    AnswerCollector collector = new AnswerCollector();
    new Http2StreamChannelBootstrap(channel)
        .handler(collector)
        .open()
        .addListener(
            (Future<Http2StreamChannel> opening) -> {
              if (opening.isSuccess()) {
                send(opening.getNow(), headers, body, collector);
                giveUpLater(opening.getNow(), collector, patienceMilliseconds);
              } else {
                collector.end(Answer.End.LOST);
              }
            });
    return collector.answer();
  }

  /** Begins to close; what is under way ends as lost. */
  public void closeLater() {
    channel.close();
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }

  private static void send(
      Http2StreamChannel stream,
      Map<String, String> headers,
      byte[] body,
      AnswerCollector collector) {
    Http2Headers lines = new DefaultHttp2Headers(false);
    headers.forEach(lines::add);
    stream
        .write(new DefaultHttp2HeadersFrame(lines, false))
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                collector.end(Answer.End.LOST);
              }
            });
    stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body), true));
  }

  private static void giveUpLater(
      Http2StreamChannel stream, AnswerCollector collector, long patienceMilliseconds) {
    var patience =
        stream
            .eventLoop()
            .schedule(
                () -> {
                  collector.end(Answer.End.GIVEN_UP);
                  stream.close();
                },
                patienceMilliseconds,
                TimeUnit.MILLISECONDS);
    collector.answer().thenRun(() -> patience.cancel(false));
  }

  private static Http2FrameCodecBuilder codec(boolean reads) {
    return Http2FrameCodecBuilder.forClient()
        .validateHeaders(false)
        .encoderIgnoreMaxHeaderListSize(true)
        .initialSettings(
            Http2Settings.defaultSettings().initialWindowSize(reads ? WIDE_WINDOW : 0));
  }

  private static Http2MultiplexHandler streams() {
    return new Http2MultiplexHandler(new ChannelInboundHandlerAdapter());
  }
}
