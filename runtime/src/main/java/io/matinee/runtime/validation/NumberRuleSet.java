package io.matinee.runtime.validation;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of signed whole numbers and of floating-point ones, all of which are named alike. */
final class NumberRuleSet {
  private static final Set<String> KNOWN =
      Set.of("const", "lt", "lte", "gt", "gte", "in", "not_in", "finite", "example");

  private NumberRuleSet() {}

  /**
   * Returns the check that a contract's rules amount to.
   *
   * @param kind the type as protovalidate calls it, e.g. {@code int32}
   */
  static ValueCheck of(String kind, Message stated) throws OtherRuleException {
    Map<String, Object> fields = RuleFields.of(stated, KNOWN);
    List<Rule<Number>> rules = new ArrayList<>();
    if (fields.get("const") instanceof Number only) {
      rules.add(new Rule<>(kind + ".const", "value must equal " + text(only), v -> equal(v, only)));
    }
    Range.of(kind, fields, Number.class, NumberRuleSet::compare, NumberRuleSet::text)
        .map(range -> withoutNan(range))
        .ifPresent(rules::add);
    if (fields.get("in") instanceof List<?> list) {
      String problem = "value must be in list " + RuleFields.text(list);
      rules.add(new Rule<>(kind + ".in", problem, list::contains));
    }
    if (fields.get("not_in") instanceof List<?> list) {
      String problem = "value must not be in list " + RuleFields.text(list);
      rules.add(new Rule<>(kind + ".not_in", problem, v -> !list.contains(v)));
    }
    if (Boolean.TRUE.equals(fields.get("finite"))) {
      rules.add(
          new Rule<>(
              kind + ".finite", "value must be finite", v -> Double.isFinite(v.doubleValue())));
    }
    return Rule.all(Number.class, List.copyOf(rules));
  }

  private static Rule<Number> withoutNan(Rule<Number> range) {
    return new Rule<>(
        range.id(),
        range.problem(),
        value -> !Double.isNaN(value.doubleValue()) && range.isKept().test(value));
  }

  private static boolean equal(Number one, Number other) {
    return !Double.isNaN(one.doubleValue()) && compare(one, other) == 0;
  }

  private static int compare(Number one, Number other) {
    if (isReal(one)) {
      double difference = one.doubleValue() - other.doubleValue();
      return one.doubleValue() == other.doubleValue() ? 0 : difference < 0 ? -1 : 1;
    }
    return Long.compare(one.longValue(), other.longValue());
  }

  private static String text(Number bound) {
    double value = bound.doubleValue();
    return isReal(bound) && value != Math.rint(value)
        ? Double.toString(value)
        : Long.toString(bound.longValue());
  }

  private static boolean isReal(Number number) {
    return number instanceof Float || number instanceof Double;
  }
}
