package io.matinee.runtime.call;

import io.matinee.runtime.configuration.NoLongerThan;
import io.matinee.runtime.configuration.Within;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How calls are treated. */
@ConfigMapping(prefix = "matinee.call")
public interface CallConfiguration {
  /** Returns the deadline of unary calls whose caller sets none. */
  @NoLongerThan("longestDeadline")
  @WithDefault("30s")
  Duration defaultDeadline();

  /** Returns the longest deadline of unary calls; a later one counts as this. */
  @WithDefault("10m")
  Duration longestDeadline();

  /** Returns how many bytes of replies may wait to be read; by default a quarter of the heap. */
  @Within(least = 64 << 10)
  Optional<MemorySize> unreadReplies();

  /** Returns how long a stream may go unread before it is ended. */
  @WithDefault("1m")
  Duration longestUnread();

  /** Returns how long a stream of requests may bring none before it is ended. */
  @WithDefault("1m")
  Duration longestSilence();

  /** Returns how many unary calls may be at work at once; more are turned away. */
  @WithDefault("256")
  int atWork();

  /**
   * Returns the full names of unary methods that wait rather than work: they are not counted, and
   * have the deadlines of their callers alone.
   */
  Optional<Set<String>> waiting();

  /** Returns how many heavy calls may wait for a thread; more are turned away. */
  @Within(most = 1_000_000)
  @WithDefault("256")
  int heavyQueue();

  /** Returns how many bytes of replies may wait to be read. */
  default long mostUnreadBytes() {
    return unreadReplies().map(MemorySize::asLongValue).orElseGet(CallConfiguration::quarterOfHeap);
  }

  private static long quarterOfHeap() {
    return Runtime.getRuntime().maxMemory() / 4;
  }
}
