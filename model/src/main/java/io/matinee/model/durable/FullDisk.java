package io.matinee.model.durable;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from other failures to write. */
public final class FullDisk {
  private static final List<String> SAYINGS = List.of("no space left", "disk quota exceeded");

  private FullDisk() {}

  /** Returns whether a full disk is what made this, or a cause of it, happen. */
  public static boolean caused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isTold(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a text holds an operating system's word for a full disk. */
  public static boolean isTold(@Nullable String text) {
    if (text == null) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return SAYINGS.stream().anyMatch(lower::contains);
  }
}
