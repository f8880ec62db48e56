package io.matinee.runtime.call;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** As many threads as there are cores, for heavy calls, and a queue before them. Thread safe. */
@Singleton
public class WorkPool implements Executor {
  private final ThreadPoolExecutor threads;

  @Inject
  WorkPool(CallConfiguration configuration) {
    this(Runtime.getRuntime().availableProcessors(), configuration.heavyQueue());
  }

  /** Makes a pool of so many threads with room for so many calls before them. */
  WorkPool(int count, int queue) {
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(queue),
            Thread.ofPlatform().name("work-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs work on a thread of the pool, within the Vert.x context of the call that it belongs to.
   *
   * @throws RejectedExecutionException when the queue is full
   */
  @Override
  public void execute(Runnable work) {
    if (VertxContext.isOnDuplicatedContext()) {
      ContextInternal context = (ContextInternal) Vertx.currentContext();
      threads.execute(() -> context.dispatch(work));
    } else {
      threads.execute(io.grpc.Context.current().wrap(work));
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
