package io.matinee.runtime.validation;

/**
 * A rule that a message breaks.
 *
 * @param field the path of the field as the contract spells it, e.g. {@code ratings[2].rating};
 *     empty when it is the message as a whole
 * @param rule the rule, e.g. {@code repeated.max_items}
 * @param problem what is wrong, e.g. {@code value must contain no more than 1000 item(s)}
 */
public record Violation(String field, String rule, String problem) {
  /** Returns the same violation as seen from the message or list around it. */
  Violation within(String outer) {
    return new Violation(path(outer), rule, problem);
  }

  private String path(String outer) {
    if (field.isEmpty()) {
      return outer;
    }
    return field.startsWith("[") ? outer + field : outer + "." + field;
  }
}
