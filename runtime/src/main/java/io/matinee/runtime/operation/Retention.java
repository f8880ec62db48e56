package io.matinee.runtime.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How long operations are kept after their end. Those that wait or work are always kept.
 *
 * @param count how many have room
 * @param resultBytes how much room their results have together, a character of them for a byte
 * @param age how old one may get
 */
record Retention(int count, long resultBytes, Duration age) {
  /** The order of lists; ids tell apart what began at the same time. */
  static final Comparator<Operation> NEWEST_FIRST =
      Comparator.comparing(Operation::createTime).thenComparing(Operation::id).reversed();

  /** By the end, so that a long one is not forgotten as soon as it has ended. */
  private static final Comparator<Operation> LAST_ENDED_FIRST =
      Comparator.comparing(Operation::updateTime).thenComparing(Operation::id).reversed();

  static Retention of(OperationConfiguration configuration) {
    return new Retention(
        configuration.kept(), configuration.keptResults().asLongValue(), configuration.keptFor());
  }

  /** Returns the operations whose time is over. */
  List<Operation> expired(Collection<Operation> operations, Instant now) {
    Instant oldest = now.minus(age);
    List<Operation> ended =
        operations.stream().filter(Operation::ended).sorted(LAST_ENDED_FIRST).toList();
    List<Operation> expired = new ArrayList<>();
    long bytes = 0;
    for (int place = 0; place < ended.size(); place++) {
      Operation operation = ended.get(place);
      bytes += operation.result().length();
      if (place >= count || bytes > resultBytes || operation.updateTime().isBefore(oldest)) {
        expired.add(operation);
      }
    }
    return expired;
  }
}
