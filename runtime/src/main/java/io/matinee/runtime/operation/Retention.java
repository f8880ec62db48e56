package io.matinee.runtime.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long operations are kept after their end. Those that wait or work are always kept.
 *
 * @param count how many have room
 * @param age how old one may get
 */
record Retention(int count, Duration age) {
  /** The order of lists; ids tell apart what began at the same time. */
  static final Comparator<Operation> NEWEST_FIRST =
      Comparator.comparing(Operation::createTime).thenComparing(Operation::id).reversed();

  /** By the end, so that a long one is not forgotten as soon as it has ended. */
  private static final Comparator<Operation> LAST_ENDED_FIRST =
      Comparator.comparing(Operation::updateTime).thenComparing(Operation::id).reversed();

  /** Returns the operations whose time is over. */
  List<Operation> expired(Collection<Operation> operations, Instant now) {
    Instant oldest = now.minus(age);
    List<Operation> ended =
        operations.stream().filter(Operation::ended).sorted(LAST_ENDED_FIRST).toList();
    return IntStream.range(0, ended.size())
        .filter(place -> place >= count || ended.get(place).updateTime().isBefore(oldest))
        .mapToObj(ended::get)
        .toList();
  }
}
