package io.matinee.trainer.dataset.source;

import io.matinee.model.source.CatalogueFile;
import io.matinee.model.source.Neighbours;
import io.matinee.model.source.SourceFileName;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.text.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Puts together what an import reads: the files that were found, and those that lie beside them,
 * each within its size, unpacked, and ratings as UTF-8.
 */
final class SourceAssembly {
  private final Path unpacked;
  private final Unpacking unpacking;
  private final ImportLimits limits;
  private final Predicate<Path> readable;
  private final Runnable goOn;

  SourceAssembly(
      Path unpacked,
      Unpacking unpacking,
      ImportLimits limits,
      Predicate<Path> readable,
      Runnable goOn) {
    this.unpacked = unpacked;
    this.unpacking = unpacking;
    this.limits = limits;
    this.readable = readable;
    this.goOn = goOn;
  }

  /**
   * Returns files of ratings and what lies beside the first of them.
   *
   * @param found the files, all in one folder
   * @param detection what finds out their form
   */
  SourceFiles withRatings(List<Path> found, FormDetection detection) throws IOException {
    List<Path> ratings = new ArrayList<>();
    for (Path file : found) {
      Path plain = plain(file);
      FileSize.check(plain, limits.maximumBytes());
      ratings.add(Utf8Text.decoded(plain, unpacked.resolve("decoded"), goOn));
    }
    Path folder = folderOf(found.getFirst());
    RatingsLayout layout = detection.layoutOf(ratings.getFirst());
    UnreadFiles unread = new UnreadFiles();
    return new SourceFiles(
        layout,
        FormScale.of(layout.form(), folder),
        ratings,
        beside(folder, ratings.getFirst(), unread),
        unread);
  }

  /**
   * Returns a file that describes movies and what lies beside it.
   *
   * @param source where the import looked
   */
  CatalogueAlone withMovies(Path source, Path movies) throws IOException {
    UnreadFiles unread = new UnreadFiles();
    return new CatalogueAlone(source, beside(folderOf(movies), movies, unread), unread);
  }

  /** The files that describe movies and users, unpacked; those that are empty are not read. */
  private Map<CatalogueFile, Path> beside(Path folder, Path main, UnreadFiles unread)
      throws IOException {
    Map<CatalogueFile, Path> beside = new EnumMap<>(CatalogueFile.class);
    var neighbours = new Neighbours(this::isFile, goOn).of(folder, SourceFileName.plain(main));
    for (var found : neighbours.entrySet()) {
      if (Files.size(found.getValue()) == 0) {
        unread.addEmpty(found.getValue());
      } else {
        FileSize.check(found.getValue(), limits.maximumBytes());
        beside.put(found.getKey(), plain(found.getValue()));
      }
    }
    return beside;
  }

  private boolean isFile(Path file) {
    return Files.isRegularFile(file) && readable.test(file);
  }

  private Path plain(Path file) throws IOException {
    return SourceFileName.lower(file).endsWith(SourceFileName.PACKED)
        ? unpacking.gunzip(file)
        : file;
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
