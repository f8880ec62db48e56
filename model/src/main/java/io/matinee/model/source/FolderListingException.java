package io.matinee.model.source;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that cannot be listed to its end. */
public final class FolderListingException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Path folder;

  FolderListingException(Path folder, IOException cause) {
    super("%s cannot be listed to its end: %s".formatted(folder, cause.getMessage()), cause);
    this.folder = folder;
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }
}
