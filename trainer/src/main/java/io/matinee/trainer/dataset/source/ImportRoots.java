package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders (or single files) that imports may read by URI. Immutable.
 *
 * <p>A path is allowed when it is written below a root, without {@code ..}, and is there once its
 * symbolic links are followed; all other paths are refused in the same words, so that a refusal
 * tells nothing of what exists. Who may change links below a root can change them between the check
 * and the reading: a root is as trusted as those who write into it.
 */
public final class ImportRoots {
  private static final String SETTING =
      "matinee.trainer.import-roots (MATINEE_TRAINER_IMPORT_ROOTS)";
  private static final String UPLOAD = "upload the data (UploadDataset, ./matinee import)";

  private final List<Path> roots;

  /** The roots of these folders, which need not exist; without any, every path is refused. */
  public ImportRoots(List<Path> folders) {
    this.roots =
        folders.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
  }

  /**
   * Follows a path.
   *
   * @return the same place without symbolic links, absolute
   * @throws MatineeException IMPORT_PATH_REFUSED when it is not below a root, or is not there, or
   *     cannot be read
   */
  public Path follow(Path path) {
    if (roots.isEmpty()) {
      throw refused("is not taken: no folder is named in " + SETTING + "; name one, or " + UPLOAD);
    }
    Path absolute = path.toAbsolutePath();
    return Optional.of(absolute)
        .filter(written -> roots.stream().anyMatch(written::startsWith) && !climbs(written))
        .flatMap(ImportRoots::real)
        .filter(this::isInside)
        .orElseThrow(
            () ->
                refused(
                    "leads to nothing that can be read below a folder of "
                        + SETTING
                        + "; give a place below one, without \"..\", or "
                        + UPLOAD));
  }

  /** Whether a file that was found below a root can be read, and is there without leaving it. */
  public boolean hold(Path found) {
    return real(found).filter(this::isInside).isPresent();
  }

  private boolean isInside(Path real) {
    return Files.isReadable(real)
        && roots.stream().anyMatch(root -> real(root).filter(real::startsWith).isPresent());
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static boolean climbs(Path path) {
    for (Path name : path) {
      if (name.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static MatineeException refused(String problem) {
    return MatineeException.of(Reason.IMPORT_PATH_REFUSED, "uri " + problem + ".")
        .onField("uri", problem);
  }
}
