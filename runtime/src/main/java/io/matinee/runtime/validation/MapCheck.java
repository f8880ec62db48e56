package io.matinee.runtime.validation;

import build.buf.validate.MapRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map: judged by its size first. */
final class MapCheck implements ValueCheck {
  private static final Set<String> KNOWN = Set.of("min_pairs", "max_pairs", "keys", "values");

  private final FieldDescriptor key;
  private final FieldDescriptor value;
  private final MapRules rules;
  private final long largest;
  private final Optional<ValueCheck> keys;
  private final Optional<ValueCheck> values;

  /** Makes the check that a contract's rules amount to. */
  MapCheck(
      FieldDescriptor field, MapRules rules, Optional<ValueCheck> keys, Optional<ValueCheck> values)
      throws OtherRuleException {
    RuleFields.of(rules, KNOWN);
    this.key = field.getMessageType().findFieldByNumber(1);
    this.value = field.getMessageType().findFieldByNumber(2);
    this.rules = rules;
    this.largest = most(rules);
    this.keys = keys;
    this.values = values;
  }

  /** Returns how many pairs a map may have. */
  static long most(MapRules rules) {
    return rules.hasMaxPairs() ? rules.getMaxPairs() : Long.MAX_VALUE;
  }

  /** Returns what is said of a map of more pairs than it may have. */
  static Violation tooLarge(long most) {
    return new Violation("", "map.max_pairs", "map must be at most " + most + " entries");
  }

  @Override
  public void check(Object map, Violations found) {
    List<?> pairs = (List<?>) map;
    if (pairs.size() > largest) {
      found.add(tooLarge(largest));
      return;
    }
    if (pairs.size() < rules.getMinPairs()) {
      found.add("map.min_pairs", "map must be at least " + rules.getMinPairs() + " entries");
    }
    for (Object pair : pairs) {
      check((Message) pair, found);
      if (found.isFull()) {
        return;
      }
    }
  }

  private void check(Message pair, Violations found) {
    int before = found.count();
    Object subscript = pair.getField(key);
    keys.ifPresent(check -> check.check(subscript, found));
    values.ifPresent(check -> check.check(pair.getField(value), found));
    found.withinItem(subscript, before);
  }
}
