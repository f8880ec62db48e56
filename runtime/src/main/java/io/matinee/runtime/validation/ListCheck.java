package io.matinee.runtime.validation;

import build.buf.validate.RepeatedRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list: judged by its length first, so that one that is too long costs nothing an item. */
final class ListCheck implements ValueCheck {
  private static final Set<String> KNOWN = Set.of("min_items", "max_items", "unique", "items");
  private static final RepeatedRules NONE = RepeatedRules.getDefaultInstance();

  private final RepeatedRules rules;
  private final long longest;
  private final Optional<ValueCheck> items;

  private ListCheck(RepeatedRules rules, Optional<ValueCheck> items) {
    this.rules = rules;
    this.longest = most(rules);
    this.items = items;
  }

  /** Returns the check that a contract's rules amount to; empty when all lists pass. */
  static Optional<ValueCheck> of(
      FieldDescriptor field, RepeatedRules rules, Optional<ValueCheck> items)
      throws OtherRuleException {
    RuleFields.of(rules, KNOWN);
    if (rules.getUnique() && !comparesAsIs(field)) {
      throw new OtherRuleException("repeated.unique of " + field.getJavaType());
    }
    boolean passes = rules.toBuilder().clearItems().build().equals(NONE) && items.isEmpty();
    return passes ? Optional.empty() : Optional.of(new ListCheck(rules, items));
  }

  /** Returns how many items a list may have. */
  static long most(RepeatedRules rules) {
    return rules.hasMaxItems() ? rules.getMaxItems() : Long.MAX_VALUE;
  }

  /** Returns what is said of a list of more items than it may have. */
  static Violation tooLong(long most) {
    return new Violation(
        "", "repeated.max_items", "value must contain no more than " + most + " item(s)");
  }

  @Override
  public void check(Object value, Violations found) {
    List<?> list = (List<?>) value;
    if (list.size() > longest) {
      found.add(tooLong(longest));
      return;
    }
    if (list.size() < rules.getMinItems()) {
      found.add(
          "repeated.min_items", "value must contain at least " + rules.getMinItems() + " item(s)");
    }
    if (rules.getUnique() && new HashSet<>(list).size() < list.size()) {
      found.add("repeated.unique", "repeated value must contain unique items");
    }
    items.ifPresent(check -> checkItems(check, list, found));
  }

  private static void checkItems(ValueCheck check, List<?> list, Violations found) {
    for (int i = 0; i < list.size() && !found.isFull(); i++) {
      int before = found.count();
      check.check(list.get(i), found);
      if (found.count() > before) { // Otherwise each index would become an object.
        found.withinItem(i, before);
      }
    }
  }

  private static boolean comparesAsIs(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING, INT, LONG, BOOLEAN, ENUM -> true;
      case FLOAT, DOUBLE, BYTE_STRING, MESSAGE -> false;
    };
  }
}
