package io.matinee.trainer.dataset.source;

import java.nio.file.Path;

/** Where an import reads. */
public sealed interface ImportSource {

  /** What the source is called in the version. */
  String label();

  /**
   * A folder, zip or single file on this machine.
   *
   * @param path where it is
   */
  record OnDisk(Path path) implements ImportSource {
    @Override
    public String label() {
      return String.valueOf(path.getFileName());
    }
  }

  /**
   * A file that the caller has sent, in a folder of its own that the import deletes.
   *
   * @param file the file
   * @param label its name at the caller
   */
  record Uploaded(Path file, String label) implements ImportSource {}

  /** The synthetic sample that the program brings along. */
  record Bundled() implements ImportSource {
    @Override
    public String label() {
      return "bundled sample";
    }
  }
}
