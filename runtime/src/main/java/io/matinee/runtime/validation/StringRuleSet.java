package io.matinee.runtime.validation;

import build.buf.validate.StringRules;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of strings; patterns are RE2 and compiled once. */
final class StringRuleSet {
  private static final Set<String> KNOWN =
      Set.of(
          "const",
          "len",
          "min_len",
          "max_len",
          "len_bytes",
          "min_bytes",
          "max_bytes",
          "pattern",
          "prefix",
          "suffix",
          "contains",
          "not_contains",
          "in",
          "not_in",
          "example");

  private final List<Rule<String>> rules = new ArrayList<>();

  private StringRuleSet() {}

  /** Returns the check that a contract's rules amount to. */
  static ValueCheck of(StringRules stated) throws OtherRuleException {
    StringRuleSet set = new StringRuleSet();
    for (var rule : RuleFields.of(stated, KNOWN).entrySet()) {
      set.add(rule.getKey(), rule.getValue());
    }
    SureLength sure = SureLength.of(stated);
    ValueCheck all = Rule.all(String.class, List.copyOf(set.rules));
    return (value, found) -> {
      if (!sure.has((String) value)) {
        all.check(value, found);
      }
    };
  }

  private void add(String name, Object bound) {
    switch (name) {
      case "const" -> add(name, "value must equal `%s`", bound, bound::equals);
      case "len" -> add(name, "value length must be %s characters", bound, characters(bound, 0));
      case "min_len" ->
          add(name, "value length must be at least %s characters", bound, characters(bound, 1));
      case "max_len" ->
          add(name, "value length must be at most %s characters", bound, characters(bound, -1));
      case "len_bytes" -> add(name, "value length must be %s bytes", bound, bytes(bound, 0));
      case "min_bytes" ->
          add(name, "value length must be at least %s bytes", bound, bytes(bound, 1));
      case "max_bytes" ->
          add(name, "value length must be at most %s bytes", bound, isAtMost(bound));
      case "pattern" -> add(name, "value %s", problemOf((String) bound), matches(bound));
      case "prefix" ->
          add(name, "value does not have prefix `%s`", bound, v -> v.startsWith((String) bound));
      case "suffix" ->
          add(name, "value does not have suffix `%s`", bound, v -> v.endsWith((String) bound));
      case "contains" ->
          add(
              name,
              "value does not contain substring `%s`",
              bound,
              v -> v.contains((String) bound));
      case "not_contains" ->
          add(name, "value contains substring `%s`", bound, v -> !v.contains((String) bound));
      case "in" -> add(name, "value must be in list %s", bound, ((List<?>) bound)::contains);
      case "not_in" ->
          add(name, "value must not be in list %s", bound, v -> !((List<?>) bound).contains(v));
      default -> {
        // An example is not a rule.
      }
    }
  }

  private void add(String name, String problem, Object bound, Predicate<String> isKept) {
    rules.add(new Rule<>("string." + name, problem.formatted(bound), isKept));
  }

  private static Predicate<String> characters(Object bound, int sign) {
    long length = (Long) bound;
    return value -> accepts(sign, Long.compare(value.codePointCount(0, value.length()), length));
  }

  private static Predicate<String> bytes(Object bound, int sign) {
    long length = (Long) bound;
    return value -> accepts(sign, Long.compare(Utf8Length.of(value), length));
  }

  private static Predicate<String> isAtMost(Object bytes) {
    long most = (Long) bytes;
    return value -> Utf8Length.fits(value, most);
  }

  /** Returns whether a comparison came out as wanted: 0 equal, 1 no less, -1 no more. */
  private static boolean accepts(int sign, int comparison) {
    return comparison == 0 || (sign != 0 && Integer.signum(comparison) == sign);
  }

  private static String problemOf(String pattern) {
    return PatternWords.of(pattern).orElse("does not match regex pattern `%s`".formatted(pattern));
  }

  private static Predicate<String> matches(Object pattern) {
    Pattern compiled = Pattern.compile((String) pattern);
    return value -> compiled.matcher(value).find();
  }
}
