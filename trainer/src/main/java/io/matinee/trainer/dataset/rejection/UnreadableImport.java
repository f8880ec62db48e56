package io.matinee.trainer.dataset.rejection;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Path;

/** The error for a file that cannot be read as ratings. */
public final class UnreadableImport {

  private UnreadableImport() {}

  /** IMPORT_UNREADABLE for a file: what is wrong with it, and the fix. */
  public static MatineeException of(Path file, String problem, String fix) {
    return of(String.valueOf(file.getFileName()), problem, fix);
  }

  /** IMPORT_UNREADABLE for a file of a name: what is wrong with it, and the fix. */
  public static MatineeException of(String name, String problem, String fix) {
    return MatineeException.of(
            Reason.IMPORT_UNREADABLE,
            "%s %s; %s.".formatted(Excerpt.line(name, Excerpt.MOST_BYTES), problem, fix))
        .with("file", name);
  }
}
