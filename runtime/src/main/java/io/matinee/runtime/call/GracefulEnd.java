package io.matinee.runtime.call;

import io.matinee.runtime.server.RunningServer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends the process's calls in order when it is told to stop (SIGTERM), before anything else ends.
 */
@Singleton
public class GracefulEnd {
  private static final Logger LOG = Logger.getLogger(GracefulEnd.class);

  private final Duration longest;

  @Inject
  GracefulEnd(@ConfigProperty(name = "quarkus.shutdown.timeout") Duration longest) {
    this.longest = longest;
  }

  @Produces
  @Singleton
  Drain drain() {
    return new Drain();
  }

  @Produces
  @Singleton
  RequestValidator validator() {
    return new RequestValidator();
  }

  void stop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event,
      Drain drain,
      RunningServer server)
      throws InterruptedException {
    server.beginEnd();
    drain.begin();
    if (!server.end(longest)) {
      LOG.warnf("calls that were still open after %d s were cut off", longest.toSeconds());
    }
  }
}
