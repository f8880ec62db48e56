package io.matinee.runtime.validation;

import io.matinee.runtime.error.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** The first violations that are found in a message; for one thread. */
final class Violations {
  private final int most;
  private final List<Violation> found = new ArrayList<>(0);

  /** Makes an empty list; {@code most} is where to stop looking. */
  Violations(int most) {
    this.most = most;
  }

  /** Returns whether it is not worth while to look further. */
  boolean isFull() {
    return found.size() >= most;
  }

  /** Returns how many there are. */
  int count() {
    return found.size();
  }

  /** Adds one of the value that is being looked at; dropped when there are enough. */
  void add(String rule, String problem) {
    add(new Violation("", rule, problem));
  }

  /** Adds one of the value that is being looked at; dropped when there are enough. */
  void add(Violation violation) {
    if (!isFull()) {
      found.add(violation);
    }
  }

  /** Says that those after the first {@code before} lie within a field. */
  void within(String field, int before) {
    for (int i = before; i < found.size(); i++) {
      found.set(i, found.get(i).within(field));
    }
  }

  /** Says that those after the first {@code before} lie within an item of a list or map. */
  void withinItem(Object subscript, int before) {
    if (found.size() > before) {
      within("[" + (subscript instanceof String key ? Excerpt.of(key) : subscript) + "]", before);
    }
  }

  /** Returns them in the order of the contract. */
  List<Violation> all() {
    return List.copyOf(found);
  }
}
