package io.matinee.runtime.validation;

/** A contract states a rule that is not among those compiled here. */
final class OtherRuleException extends Exception {
  OtherRuleException(String rule) {
    super(rule);
  }
}
