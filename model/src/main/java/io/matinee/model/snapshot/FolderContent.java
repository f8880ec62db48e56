package io.matinee.model.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** What fills a folder of a snapshot, which is kept as one blob. */
@FunctionalInterface
public interface FolderContent {

  /**
   * Writes the files; the same content gives the same bytes.
   *
   * @param folder an existing folder without files
   */
  void writeTo(Path folder) throws IOException;
}
