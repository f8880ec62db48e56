package io.matinee.runtime.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Closes an HTTP connection whose client asks on without reading what it was answered: pipelined
 * requests would fill the memory with answers that nobody reads.
 */
@Singleton
public class UnreadAnswers {
  void route(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(UnreadAnswers::closeOrGoOn);
  }

  private static void closeOrGoOn(RoutingContext context) {
    if (context.response().writeQueueFull()) {
      context.response().end(); // A stop of the process waits for answers that have not ended.
      context.request().connection().close();
    } else {
      context.next();
    }
  }
}
