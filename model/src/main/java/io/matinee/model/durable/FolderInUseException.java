package io.matinee.model.durable;

import java.nio.file.Path;

/** Another process works in a folder. */
public final class FolderInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  FolderInUseException(Path lock, String holder) {
    super("process %s holds %s".formatted(holder, lock));
    this.holder = holder;
  }

  /**
   * Says it to whoever started the second process.
   *
   * @param whose what uses the folder, e.g. "trainer"
   * @param folder the folder
   * @param setting the environment variable that names it
   */
  public String advice(String whose, Path folder, String setting) {
    return "Another %s (process %s) uses %s; stop it, or set %s to another folder."
        .formatted(whose, holder, folder, setting);
  }
}
