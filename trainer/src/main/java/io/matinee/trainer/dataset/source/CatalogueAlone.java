package io.matinee.trainer.dataset.source;

import io.matinee.model.source.CatalogueFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * Files that describe movies, without ratings.
 *
 * @param source where they are
 * @param files the files
 * @param unread the files beside them that are not read
 */
public record CatalogueAlone(Path source, Map<CatalogueFile, Path> files, UnreadFiles unread)
    implements LocatedFiles {

  /** Copies the files. */
  public CatalogueAlone {
    files = Map.copyOf(files);
  }
}
