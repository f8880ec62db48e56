package io.matinee.runtime.validation;

import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that a value keeps or breaks.
 *
 * @param id its name in protovalidate
 * @param problem what is said when it is broken, as protovalidate words it but for {@link
 *     PatternWords}
 * @param isKept whether a value keeps it
 */
record Rule<V>(String id, String problem, Predicate<V> isKept) {
  /** Returns a check of values of a type against all of several rules. */
  static <V> ValueCheck all(Class<V> type, List<Rule<V>> rules) {
    return (value, found) -> {
      V typed = type.cast(value);
      for (Rule<V> rule : rules) {
        rule.check(typed, found);
      }
    };
  }

  /** Adds it to what was found where a value breaks it. */
  void check(V value, Violations found) {
    if (!isKept.test(value)) {
      found.add(id, problem);
    }
  }
}
