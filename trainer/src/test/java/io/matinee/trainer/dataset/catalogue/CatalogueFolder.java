package io.matinee.trainer.dataset.catalogue;

import io.matinee.model.source.CatalogueFile;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.source.ReadableFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A folder of files beside ratings, and what a reader makes of them. */
final class CatalogueFolder {
  private final Path folder;
  private final Map<CatalogueFile, Path> files = new EnumMap<>(CatalogueFile.class);
  private ImportNotes notes = new ImportNotes();

  CatalogueFolder(Path folder) {
    this.folder = folder;
  }

  CatalogueFolder with(String name, String text) throws IOException {
    return with(name, text, StandardCharsets.UTF_8);
  }

  CatalogueFolder with(String name, String text, Charset charset) throws IOException {
    return with(name, text.getBytes(charset));
  }

  CatalogueFolder with(String name, byte[] content) throws IOException {
    files.put(CatalogueFile.of(name).orElseThrow(), Files.write(folder.resolve(name), content));
    return this;
  }

  DescribedCatalogue read() throws IOException {
    return read(0);
  }

  DescribedCatalogue read(long minimumVotes) throws IOException {
    Path copies = folder.resolve("utf8");
    try (RejectLog rejects = new RejectLog(rejects())) {
      notes = new ImportNotes();
      ReadableFiles readable = new ReadableFiles(files, copies, notes, () -> {});
      return new CatalogueReader(readable, minimumVotes, rejects, notes, () -> {}).read();
    }
  }

  /** The movies as "id;title;year;genres;tags;imdb;tmdb". */
  List<String> movies() throws IOException {
    return read().movies().stream().map(CatalogueFolder::line).toList();
  }

  /** The notes of the last reading. */
  List<ImportNote> notes() {
    return notes.all();
  }

  List<RejectedRow> rejected() throws IOException {
    return RejectLog.read(rejects(), 100);
  }

  private Path rejects() {
    return folder.resolve("rejects.jsonl");
  }

  private static String line(CatalogueRow movie) {
    return String.join(
        ";",
        movie.id(),
        movie.title(),
        movie.year() == null ? "-" : movie.year().toString(),
        String.join("|", movie.genres()),
        String.join("|", movie.tags()),
        movie.imdbId(),
        movie.tmdbId());
  }
}
