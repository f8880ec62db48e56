package io.matinee.runtime.validation;

import java.util.List;

/** A message: its oneofs and fields, until there are enough violations. */
record MessageCheck(List<ValueCheck> parts) implements ValueCheck {
  @Override
  public void check(Object message, Violations found) {
    for (ValueCheck part : parts) {
      part.check(message, found);
      if (found.isFull()) {
        return;
      }
    }
  }
}
