package io.matinee.trainer.dataset.source;

import io.matinee.model.source.FolderSearch;
import io.matinee.model.source.NearestRatings;
import io.matinee.model.source.RatingsSearch;
import io.matinee.model.source.SourceFileName;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files of an import in a folder, a zip, a gz, or beside a single file. */
public final class SourceLocator {
  private final ImportLimits limits;
  private final Predicate<Path> readable;
  private final Runnable goOn;
  private final Unpacking unpacking;
  private final SourceAssembly assembly;

  /**
   * A locator.
   *
   * @param unpacked a folder for what has to be unpacked; made when needed
   * @param limits the most bytes of one file, and of what is unpacked
   * @param readable which of the files that lie at the source may be read
   * @param goOn is called again and again; what it throws ends the search
   */
  public SourceLocator(
      Path unpacked, ImportLimits limits, Predicate<Path> readable, Runnable goOn) {
    this.limits = limits;
    this.readable = readable;
    this.goOn = goOn;
    Path own = unpacked.toAbsolutePath().normalize();
    this.unpacking = new Unpacking(own, limits, goOn);
    this.assembly = new SourceAssembly(own, unpacking, limits, readable, goOn);
  }

  /**
   * Finds the files.
   *
   * @param form what finds out the form of the ratings
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE naming the file and the fix
   */
  public LocatedFiles locate(Path source, FormDetection form) throws IOException {
    if (!Files.isReadable(source)) {
      throw UnreadableImport.of(
          source, "does not exist or cannot be read", "give a path that the trainer can read");
    }
    if (Files.isDirectory(source)) {
      return inFolder(source, source, form);
    }
    if (!Files.isRegularFile(source)) {
      throw UnreadableImport.of(
          source, "is neither a file nor a folder", "give a folder, a zip or a file");
    }
    FileSize.check(source, limits.maximumBytes());
    if (SourceFileName.lower(source).endsWith(".zip")) {
      return inFolder(unpacking.unzip(source), source, form);
    }
    return SourceFileName.describesMovies(source)
        ? assembly.withMovies(source, source)
        : assembly.withRatings(List.of(source), form);
  }

  private LocatedFiles inFolder(Path folder, Path source, FormDetection form) throws IOException {
    NearestRatings nearest = new RatingsSearch(form.candidates(), readable, goOn).in(folder);
    List<Path> ratings = nearest.files();
    if (ratings.isEmpty()) {
      return moviesAlone(folder, source, form);
    }
    if (nearest.stranger().isPresent()) {
      throw UnreadableImport.of(
          source,
          "holds several files of ratings: %s and %s"
              .formatted(
                  shown(ratings.getFirst(), folder), shown(nearest.stranger().get(), folder)),
          "give one of them, its folder, or its form in options.form (--form)");
    }
    SourceFiles files = assembly.withRatings(ratings, form);
    addUnread(
        ratings.getFirst().resolveSibling(""),
        Stream.concat(ratings.stream(), files.beside().values().stream()),
        files.unread());
    return files;
  }

  private CatalogueAlone moviesAlone(Path folder, Path source, FormDetection form)
      throws IOException {
    List<FolderSearch.Found> movies =
        new FolderSearch(SourceFileName::describesMovies, readable, goOn).in(folder);
    if (movies.isEmpty()) {
      throw UnreadableImport.of(
          source,
          "holds no " + String.join(", ", form.fileNames()),
          "give a folder or zip with one, or the file itself");
    }
    Path nearest = movies.getFirst().file();
    FileSize.check(nearest, limits.maximumBytes());
    CatalogueAlone files = assembly.withMovies(source, nearest);
    addUnread(nearest.resolveSibling(""), files.files().values().stream(), files.unread());
    return files;
  }

  /** Adds what lies in a folder beside the files that are read, and what stayed packed. */
  private void addUnread(Path folder, Stream<Path> read, UnreadFiles unread) throws IOException {
    Set<String> names = read.map(SourceFileName::plain).collect(Collectors.toSet());
    unread.addOthers(folder, names, goOn);
    unpacking.left().forEach(unread::add);
  }

  private String shown(Path file, Path folder) {
    return Excerpt.of(unpacking.nameOf(file).orElseGet(() -> folder.relativize(file).toString()));
  }
}
