package io.matinee.trainer.dataset.source;

import io.matinee.model.durable.Folders;
import io.matinee.trainer.name.DatasetVersionName;
import java.io.IOException;
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
   * What the caller has sent.
   *
   * @param folder the folder that holds it and nothing else; the import deletes it
   * @param content the file, or the folder of the files, in there
   * @param label its name at the caller
   */
  record Uploaded(Path folder, Path content, String label) implements ImportSource {
    /** Deletes all of it. */
    public void delete() throws IOException {
      Folders.delete(folder);
    }
  }

  /**
   * A version that is there already, of this data set or another.
   *
   * @param name its name
   */
  record OfVersion(DatasetVersionName name) implements ImportSource {
    @Override
    public String label() {
      return name.toString();
    }
  }

  /** The synthetic sample that the program brings along. */
  record Bundled() implements ImportSource {
    @Override
    public String label() {
      return "bundled sample";
    }
  }
}
