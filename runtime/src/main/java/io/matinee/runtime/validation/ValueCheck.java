package io.matinee.runtime.validation;

/** Looks for what is wrong with a value: a scalar, a message, a list or a map. Immutable. */
@FunctionalInterface
interface ValueCheck {
  /** Adds the rules that a value breaks. */
  void check(Object value, Violations found);
}
