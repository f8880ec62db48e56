package io.matinee.trainer.store;

import io.matinee.model.durable.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Folders of unpublished work, one per operation. Thread-safe for different operations. */
public final class Staging {
  private static final Logger LOG = Logger.getLogger(Staging.class);

  private final Path folder;

  /** Staging in an existing folder. */
  public Staging(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder of the folders. */
  public Path folder() {
    return folder;
  }

  /** Where the operation's folder is, whether or not it has been made. */
  public Path path(String operation) {
    return folder.resolve(operation);
  }

  /** Makes the operation's folder, empty. */
  public Path create(String operation) throws IOException {
    Path created = path(operation);
    Folders.delete(created);
    return Files.createDirectories(created);
  }

  /** Deletes the operation's folder. */
  public void remove(String operation) throws IOException {
    Folders.delete(path(operation));
  }

  /** Deletes the operation's folder, or leaves to the next start what cannot be deleted now. */
  public void tidy(String operation) {
    try {
      remove(operation);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not clean the staging of %s", operation);
    }
  }

  /** Returns the operations' folders that exist. */
  public List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }
}
