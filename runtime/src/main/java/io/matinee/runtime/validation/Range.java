package io.matinee.runtime.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The bounds of a value (gt or gte, lt or lte), which protovalidate judges as one rule. */
final class Range {
  private static final Map<String, String> WORDS =
      Map.of(
          "gt", "greater than ",
          "gte", "greater than or equal to ",
          "lt", "less than ",
          "lte", "less than or equal to ");

  private Range() {}

  /**
   * Returns the rule that the bounds among the stated rules amount to; empty when there is none.
   */
  static <V> Optional<Rule<V>> of(
      String kind,
      Map<String, Object> stated,
      Class<V> type,
      Comparator<V> order,
      Function<V, String> text)
      throws OtherRuleException {
    List<String> names = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Predicate<V> isKept = value -> true;
    for (String name : List.of("gt", "gte", "lt", "lte")) {
      if (stated.containsKey(name)) {
        V bound = type.cast(stated.get(name));
        names.add(name);
        words.add(WORDS.get(name) + text.apply(bound));
        isKept = isKept.and(within(name, bound, order));
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    if (names.size() == 2 && isInsideOut(stated, names, type, order)) {
      throw new OtherRuleException(kind + "." + String.join("_", names) + "_exclusive");
    }
    String problem = "value must be " + String.join(" and ", words);
    return Optional.of(new Rule<>(kind + "." + String.join("_", names), problem, isKept));
  }

  private static <V> Predicate<V> within(String name, V bound, Comparator<V> order) {
    return switch (name) {
      case "gt" -> value -> order.compare(value, bound) > 0;
      case "gte" -> value -> order.compare(value, bound) >= 0;
      case "lt" -> value -> order.compare(value, bound) < 0;
      default -> value -> order.compare(value, bound) <= 0;
    };
  }

  private static <V> boolean isInsideOut(
      Map<String, Object> stated, List<String> names, Class<V> type, Comparator<V> order) {
    V lower = type.cast(stated.get(names.getFirst()));
    V upper = type.cast(stated.get(names.getLast()));
    return order.compare(upper, lower) < 0;
  }
}
