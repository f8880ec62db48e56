package io.matinee.runtime.validation;

import build.buf.validate.EnumRules;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of enums. */
final class EnumRuleSet {
  private static final Set<String> KNOWN =
      Set.of("const", "defined_only", "in", "not_in", "example");

  private EnumRuleSet() {}

  /** Returns the check that a contract's rules amount to. */
  static ValueCheck of(EnumDescriptor type, EnumRules stated) throws OtherRuleException {
    RuleFields.of(stated, KNOWN);
    List<Rule<EnumValueDescriptor>> rules = new ArrayList<>();
    if (stated.hasConst()) {
      int only = stated.getConst();
      rules.add(rule("const", "value must equal " + only, number -> number == only));
    }
    if (stated.getInCount() > 0) {
      List<Integer> list = stated.getInList();
      rules.add(rule("in", "value must be in list " + RuleFields.text(list), list::contains));
    }
    if (stated.getNotInCount() > 0) {
      List<Integer> list = stated.getNotInList();
      rules.add(
          rule(
              "not_in",
              "value must not be in list " + RuleFields.text(list),
              number -> !list.contains(number)));
    }
    if (stated.getDefinedOnly()) {
      rules.add(
          rule(
              "defined_only",
              "value must be one of the defined enum values",
              number -> type.findValueByNumber(number) != null));
    }
    return Rule.all(EnumValueDescriptor.class, List.copyOf(rules));
  }

  private static Rule<EnumValueDescriptor> rule(
      String name, String problem, Predicate<Integer> isKept) {
    return new Rule<>("enum." + name, problem, value -> isKept.test(value.getNumber()));
  }
}
