package io.matinee.runtime.logging;

import io.matinee.runtime.error.Excerpt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a throwable looks like in a log, with its causes and what they suppressed, when each of
 * their messages is kept on one line.
 */
final class SingleLineThrowable extends Throwable {
  private static final long serialVersionUID = 1;

  private final String line;

  private SingleLineThrowable(Throwable original) {
    super(line(original));
    this.line = line(original);
    setStackTrace(original.getStackTrace());
  }

  /** Returns the throwable itself when all of its messages are lines, else its likeness. */
  static Throwable of(Throwable original) {
    return isPlain(original, newSet()) ? original : likeness(original, newSet());
  }

  @Override
  public String toString() {
    return line;
  }

  private static boolean isPlain(@Nullable Throwable original, Set<Throwable> seen) {
    if (original == null || !seen.add(original)) {
      return true;
    }
    if (!line(original).equals(original.toString()) || !isPlain(original.getCause(), seen)) {
      return false;
    }
    for (Throwable suppressed : original.getSuppressed()) {
      if (!isPlain(suppressed, seen)) {
        return false;
      }
    }
    return true;
  }

  private static SingleLineThrowable likeness(Throwable original, Set<Throwable> seen) {
    seen.add(original);
    SingleLineThrowable likeness = new SingleLineThrowable(original);
    Throwable cause = original.getCause();
    if (cause != null && !seen.contains(cause)) {
      likeness.initCause(likeness(cause, seen));
    }
    for (Throwable suppressed : original.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        likeness.addSuppressed(likeness(suppressed, seen));
      }
    }
    return likeness;
  }

  private static String line(Throwable original) {
    return Excerpt.line(original.toString(), SingleLines.MOST_BYTES);
  }

  private static Set<Throwable> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
