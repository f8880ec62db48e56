package io.matinee.runtime.validation;

import build.buf.validate.TimestampRules;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of Timestamps and Durations. Whether or not a contract says so, they lie in protobuf's
 * own range: elsewhere they cannot be computed with.
 */
final class TimeRuleSet {
  private static final Set<String> KNOWN = Set.of("lt", "lte", "gt", "gte", "example");

  private static final Rule<Moment> TIMESTAMP =
      new Rule<>(
          "timestamp.valid",
          "value must lie in the years 1 to 9999, its nanos from 0 to 999,999,999",
          Moment::isTimestamp);
  private static final Rule<Moment> DURATION =
      new Rule<>(
          "duration.valid",
          "value must be at most 10,000 years, its seconds and nanos of one sign",
          Moment::isDuration);

  private TimeRuleSet() {}

  /** Returns the check of points in time for which no rule is stated. */
  static ValueCheck timestamp() {
    return check(TIMESTAMP, Optional.empty());
  }

  /** Returns the check that a contract's rules of points in time amount to. */
  static ValueCheck timestamp(TimestampRules stated) throws OtherRuleException {
    Map<String, Object> bounds = new HashMap<>();
    for (var rule : RuleFields.of(stated, KNOWN).entrySet()) {
      if (rule.getValue() instanceof Message bound) {
        bounds.put(rule.getKey(), Moment.of(bound));
      }
    }
    Optional<Rule<Moment>> range =
        Range.of("timestamp", bounds, Moment.class, Moment::compareTo, Moment::toString);
    return check(TIMESTAMP, range);
  }

  /** Returns the check of lengths of time. */
  static ValueCheck duration() {
    return check(DURATION, Optional.empty());
  }

  private static ValueCheck check(Rule<Moment> valid, Optional<Rule<Moment>> range) {
    return (value, found) -> {
      Moment moment = Moment.of((Message) value);
      if (valid.isKept().test(moment)) {
        range.ifPresent(rule -> rule.check(moment, found));
      } else {
        valid.check(moment, found);
      }
    };
  }
}
