package io.matinee.trainer.store;

import java.nio.file.Path;

/** Another trainer works in the same home. */
public final class HomeInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HomeInUseException(Path home, String holder) {
    super(
        "Another trainer (process %s) uses %s; stop it, or set MATINEE_TRAINER_HOME to another folder."
            .formatted(holder, home));
  }
}
