package io.matinee.runtime.validation;

import build.buf.validate.BytesRules;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of bytes. */
final class BytesRuleSet {
  private static final Set<String> KNOWN = Set.of("len", "min_len", "max_len", "example");

  private BytesRuleSet() {}

  /** Returns the check that a contract's rules amount to. */
  static ValueCheck of(BytesRules stated) throws OtherRuleException {
    List<Rule<ByteString>> rules = new ArrayList<>();
    for (var rule : RuleFields.of(stated, KNOWN).entrySet()) {
      if (rule.getValue() instanceof Long bound) {
        rules.add(rule(rule.getKey(), bound));
      }
    }
    return Rule.all(ByteString.class, List.copyOf(rules));
  }

  private static Rule<ByteString> rule(String name, long bound) {
    String id = "bytes." + name;
    return switch (name) {
      case "len" ->
          new Rule<>(id, "value length must be " + bound + " bytes", v -> v.size() == bound);
      case "min_len" ->
          new Rule<>(
              id, "value length must be at least " + bound + " bytes", v -> v.size() >= bound);
      default ->
          new Rule<>(id, "value must be at most " + bound + " bytes", v -> v.size() <= bound);
    };
  }
}
