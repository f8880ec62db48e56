package io.matinee.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that asks on and reads nothing. */
class UnreadAnswersTest {
  private static final int MOST_UNREAD = 10_000;
  private static final String ANSWER = "x".repeat(100_000);
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Vertx vertx = Vertx.vertx();
  private final Set<HttpServerRequest> unfinished = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** As a stop of the process, which waits for all that was asked, counts it. */
  @Test
  void leavesNoRequestUnfinishedWhenItsConnectionIsClosed() throws Exception {
    Router router = Router.router(vertx);
    new UnreadAnswers().route(router);
    router.route().handler(context -> context.response().end(ANSWER));
    HttpServer server = listen(router);

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      askOn(socket);
      assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(unfinished).isEmpty();
  }

  private static void askOn(Socket socket) throws IOException {
    try {
      for (int asked = 0; asked < MOST_UNREAD; asked++) {
        socket.getOutputStream().write(REQUEST);
      }
    } catch (SocketException closedMeanwhile) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private HttpServer listen(Router router) throws Exception {
    return vertx
        .createHttpServer()
        .connectionHandler(connection -> connection.closeHandler(end -> closed.countDown()))
        .requestHandler(
            request -> {
              unfinished.add(request);
              Handler<Object> done = end -> unfinished.remove(request);
              request.exceptionHandler(done::handle);
              request.response().endHandler(done::handle);
              request.response().closeHandler(done::handle);
              request.response().exceptionHandler(done::handle);
              router.handle(request);
            })
        .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }
}
