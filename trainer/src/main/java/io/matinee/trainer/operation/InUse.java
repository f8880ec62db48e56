package io.matinee.trainer.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;

/** The refusal to delete what something needs. */
public final class InUse {
  private static final int NAMED = 10;

  private InUse() {}

  /** Returns the refusal to delete a data set that has what would be lost with it. */
  public static MatineeException ofItsOwn(String name, List<String> own) {
    String named = String.join(", ", own.subList(0, Math.min(NAMED, own.size())));
    return MatineeException.of(
            Reason.RESOURCE_IN_USE,
            "%s stays: with it would go %s, which are nowhere else; say force (--force) if they shall."
                .formatted(name, named))
        .with("resource", name)
        .with("needed_by", named);
  }

  /**
   * Returns the refusal.
   *
   * @param name what was to be deleted
   * @param needing the names of what needs it; the first 10 are said
   */
  public static MatineeException of(String name, List<String> needing) {
    String named = String.join(", ", needing.subList(0, Math.min(NAMED, needing.size())));
    String more = needing.size() <= NAMED ? "" : " and %,d more".formatted(needing.size() - NAMED);
    return MatineeException.of(
            Reason.RESOURCE_IN_USE,
            "%s stays: %s%s need%s it."
                .formatted(name, named, more, needing.size() == 1 ? "s" : ""))
        .with("resource", name)
        .with("needed_by", named);
  }
}
