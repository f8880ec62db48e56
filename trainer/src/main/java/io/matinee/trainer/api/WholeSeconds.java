package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

/** Times of requests as times of ratings, which have whole seconds. */
final class WholeSeconds {

  private WholeSeconds() {}

  /** Returns the first second since 1970 that is not before a time, at most the last of 9999. */
  static long from(Timestamp time) {
    return Math.min(
        time.getSeconds() + (time.getNanos() > 0 ? 1 : 0), Timestamps.MAX_VALUE.getSeconds());
  }
}
