package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a message of rules states, by the names of its fields. */
final class RuleFields {
  private RuleFields() {}

  /**
   * Returns the rules that are stated, in the order of their numbers.
   *
   * @throws OtherRuleException when there is one beside those that are known
   */
  static Map<String, Object> of(Message rules, Set<String> known) throws OtherRuleException {
    Map<String, Object> stated = new LinkedHashMap<>();
    for (Map.Entry<FieldDescriptor, Object> rule : rules.getAllFields().entrySet()) {
      String name = rule.getKey().getName();
      if (!known.contains(name) || rule.getKey().isExtension()) {
        throw new OtherRuleException(rule.getKey().getFullName());
      }
      stated.put(name, rule.getValue());
    }
    if (!rules.getUnknownFields().asMap().isEmpty()) {
      throw new OtherRuleException("an extension of " + rules.getDescriptorForType().getFullName());
    }
    return stated;
  }

  /** Returns a list of values as messages spell it, e.g. {@code [1, 2]}. */
  static String text(List<?> values) {
    return values.toString();
  }
}
