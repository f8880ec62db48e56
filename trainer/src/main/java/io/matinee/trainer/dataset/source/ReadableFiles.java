package io.matinee.trainer.dataset.source;

import io.matinee.model.source.CatalogueFile;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.text.Utf8Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files beside the ratings, each made readable as UTF-8 when it is asked for.
 *
 * @param files the files as they are
 * @param folder where one that is UTF-16 is copied to
 * @param notes hears of bytes that are no UTF-8
 * @param goOn is called again and again; what it throws ends the reading
 */
public record ReadableFiles(
    Map<CatalogueFile, Path> files, Path folder, ImportNotes notes, Runnable goOn) {

  /** Copies the files. */
  public ReadableFiles {
    files = Map.copyOf(files);
  }

  /** Whether there is a file of this kind. */
  public boolean has(CatalogueFile kind) {
    return files.containsKey(kind);
  }

  /** Returns the file of a kind, if there is one. */
  public Optional<Path> open(CatalogueFile kind) throws IOException {
    Path file = files.get(kind);
    if (file == null) {
      return Optional.empty();
    }
    Utf8Text text = Utf8Text.of(file, folder, goOn);
    if (text.strayBytes() > 0) {
      notes.add(
          NoteKind.BYTES_NOT_UTF8,
          String.valueOf(text.file().getFileName()),
          text.strayBytes(),
          "bytes that are no UTF-8: %,d; fields with them were read as windows-1252"
              .formatted(text.strayBytes()));
    }
    return Optional.of(text.file());
  }
}
