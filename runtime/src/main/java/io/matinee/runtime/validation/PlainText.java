package io.matinee.runtime.validation;

/**
 * A string: whatever its contract says, it has no U+0000, which no text needs and not every store
 * takes.
 *
 * @param rules what its contract says besides
 */
record PlainText(ValueCheck rules) implements ValueCheck {
  /** A string of which a contract says nothing. */
  static final ValueCheck UNRULED = new PlainText((value, found) -> {});

  @Override
  public void check(Object value, Violations found) {
    if (((String) value).indexOf('\0') >= 0) {
      found.add("string.no_nul", "value must not contain the character U+0000");
    } else {
      rules.check(value, found);
    }
  }
}
