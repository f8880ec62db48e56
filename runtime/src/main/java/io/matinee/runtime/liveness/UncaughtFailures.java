package io.matinee.runtime.liveness;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/**
 * What no code of the process has caught. An exception is logged and counted, {@code
 * matinee_uncaught_failures_total}; whose it is goes on or begins anew. An {@link Error} ends the
 * process at once, with exit code 70: nobody knows what it left undone, and who started the process
 * starts it again. (Without memory the JVM itself ends it before.)
 */
@Singleton
public class UncaughtFailures implements Thread.UncaughtExceptionHandler {
  /** The exit code of a process that ended for an error: an internal software error. */
  static final int EXIT_CODE = 70;

  private static final Logger LOG = Logger.getLogger(UncaughtFailures.class);

  private final Counter counter;
  private final Runnable end;

  @Inject
  UncaughtFailures(PrometheusRegistry registry) {
    this(registry, () -> Runtime.getRuntime().halt(EXIT_CODE));
  }

  UncaughtFailures(PrometheusRegistry registry, Runnable end) {
    this.counter =
        Counter.builder()
            .name("matinee_uncaught_failures_total")
            .help("Exceptions that no code caught, by thread; each is logged with its stack.")
            .labelNames("thread")
            .register(registry);
    this.end = end;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (failure instanceof Error) {
      LOG.fatalf(failure, "the process ends, for an error in thread %s", thread.getName());
      end.run();
      return;
    }
    counter.labelValues(thread.getName()).inc();
    LOG.errorf(failure, "a step failed in thread %s", thread.getName());
  }
}
