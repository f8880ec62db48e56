package io.matinee.trainer.dataset.source;

import io.matinee.model.source.FolderEntries;
import io.matinee.model.source.SourceFileName;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that lie beside those of an import and are not read: how many, and the first names. */
public final class UnreadFiles {
  private static final int NAMED = 10;

  private final List<String> first = new ArrayList<>();
  private final Set<String> empty = new HashSet<>();
  private long count;

  /** Adds a file. */
  void add(String name) {
    count++;
    if (first.size() < NAMED) {
      first.add(name);
    }
  }

  /** Adds a file that would be read if it were not empty. */
  void addEmpty(Path file) {
    empty.add(SourceFileName.plain(file));
    add(file.getFileName() + " (it is empty)");
  }

  /**
   * Adds the files of a folder but for those that are read.
   *
   * @param read their names, in lower case and unpacked
   */
  void addOthers(Path folder, Set<String> read, Runnable goOn) throws IOException {
    List<String> others = new ArrayList<>();
    FolderEntries.visit(
        folder,
        entry -> {
          goOn.run();
          String name = SourceFileName.plain(entry);
          if (Files.isRegularFile(entry) && !read.contains(name) && !empty.contains(name)) {
            others.add(String.valueOf(entry.getFileName()));
          }
        });
    others.stream().sorted().forEach(this::add);
  }

  /** Notes how many there are, and what the first ten are called, unless there are none. */
  public void noteIn(ImportNotes notes) {
    if (count > 0) {
      notes.add(NoteKind.FILES_UNREAD, "", count, "these files were not read: " + inWords());
    }
  }

  private String inWords() {
    String names = String.join(", ", first);
    return count == first.size() ? names : names + " and %,d more".formatted(count - first.size());
  }
}
