package io.matinee.runtime.service;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Handlers that return only once they are let go. */
@Singleton
class HeldHandlers {
  private final CountDownLatch release = new CountDownLatch(1);
  private final Semaphore begun = new Semaphore(0);
  private final AtomicInteger running = new AtomicInteger();

  /** Holds the present handler. */
  void hold() {
    running.incrementAndGet();
    begun.release();
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    running.decrementAndGet();
  }

  /** Waits until one more handler is held; false when none comes. */
  boolean awaitOne() throws InterruptedException {
    return begun.tryAcquire(20, TimeUnit.SECONDS);
  }

  int running() {
    return running.get();
  }

  void letGo() {
    release.countDown();
  }
}
