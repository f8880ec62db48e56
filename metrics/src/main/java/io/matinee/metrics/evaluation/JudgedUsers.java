package io.matinee.metrics.evaluation;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Counts the users of a contestant as they are judged, and tells of them now and then, so that
 * whoever hears it can end the work. Thread-safe.
 */
public final class JudgedUsers {
  /** A few milliseconds of work. */
  static final int A_NEWS = 256;

  private final LongConsumer news;
  private final AtomicLong lists = new AtomicLong();
  private final AtomicLong predictions = new AtomicLong();

  /**
   * Counts from 0.
   *
   * @param news takes the number of users with a list; may throw to end the work
   */
  public JudgedUsers(LongConsumer news) {
    this.news = news;
  }

  /** Counts a user whose list was judged. */
  void list() {
    tell(lists.incrementAndGet(), lists.get());
  }

  /** Counts a user whose ratings were predicted. */
  void prediction() {
    tell(predictions.incrementAndGet(), lists.get());
  }

  private void tell(long counted, long judged) {
    if (counted % A_NEWS == 0) {
      news.accept(judged);
    }
  }
}
