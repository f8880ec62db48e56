package io.matinee.trainer.dataset;

import io.matinee.model.ratings.RatingScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of an import in a folder, a zip, a gz, or beside a single file.
 *
 * <p>The scale of {@code ratings.dat}: half stars when {@code tags.dat} lies beside it, as in
 * MovieLens 10M, or its folder's name contains "10m"; else whole stars, as in MovieLens 1M. The
 * ratings themselves never decide.
 */
final class SourceLocator {
  private static final int NESTED_FOLDERS = 2;

  private final Path unpacked;
  private final long maximumBytes;

  /**
   * A locator.
   *
   * @param unpacked a folder for what has to be unpacked; made when needed
   * @param maximumBytes the most bytes of one file, and of all that is unpacked
   */
  SourceLocator(Path unpacked, long maximumBytes) {
    this.unpacked = unpacked.toAbsolutePath().normalize();
    this.maximumBytes = maximumBytes;
  }

  /**
   * Finds the files.
   *
   * @param form the form, or empty to find it out
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE naming the file and the fix
   */
  SourceFiles locate(Path source, Optional<RatingsForm> form) throws IOException {
    if (!Files.isReadable(source)) {
      throw UnreadableImport.of(
          source, "does not exist or cannot be read", "give a path that the trainer can read");
    }
    if (Files.isDirectory(source)) {
      return inFolder(source, source, form);
    }
    FileSize.check(source, maximumBytes);
    String name = lowerName(source);
    if (name.endsWith(".zip")) {
      return inFolder(new Unpacking(unpacked, maximumBytes).unzip(source), source, form);
    }
    return withRatings(plain(source), folderOf(source), form);
  }

  private SourceFiles inFolder(Path folder, Path source, Optional<RatingsForm> form)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder, NESTED_FOLDERS)) {
      List<Path> candidates = files.filter(Files::isRegularFile).sorted().toList();
      for (RatingsForm wanted : form.map(List::of).orElse(List.of(RatingsForm.values()))) {
        Optional<Path> ratings =
            candidates.stream().filter(file -> isNamed(file, wanted.fileName())).findFirst();
        if (ratings.isPresent()) {
          Path found = ratings.get();
          return withRatings(plain(found), folderOf(found), Optional.of(wanted));
        }
      }
    }
    throw UnreadableImport.of(
        source, "holds no ratings.csv, ratings.dat or u.data", "give a folder or zip with one");
  }

  private SourceFiles withRatings(Path ratings, Path folder, Optional<RatingsForm> given)
      throws IOException {
    FileSize.check(ratings, maximumBytes);
    FormDetection.checkText(ratings);
    String firstLine = FormDetection.firstLine(ratings);
    RatingsForm form =
        given
            .or(() -> byName(ratings))
            .or(() -> FormDetection.detect(firstLine))
            .orElseThrow(
                () ->
                    UnreadableImport.of(
                        ratings,
                        "is not in a form that is known by its name or first line",
                        "say the form in options.form"));
    String ending = form == RatingsForm.MOVIELENS_DAT ? ".dat" : ".csv";
    boolean data = form == RatingsForm.MOVIELENS_DATA;
    return new SourceFiles(
        form,
        scaleOf(form, folder),
        ratings,
        beside(folder, data ? "u.item" : "movies" + ending),
        data ? Optional.empty() : beside(folder, "links" + ending),
        data ? Optional.empty() : beside(folder, "tags" + ending));
  }

  private static RatingScale scaleOf(RatingsForm form, Path folder) {
    return switch (form) {
      case MOVIELENS_CSV -> RatingScale.MOVIELENS_HALF_STARS;
      case MOVIELENS_DATA -> RatingScale.MOVIELENS_STARS;
      case MOVIELENS_DAT ->
          Files.exists(folder.resolve("tags.dat")) || lowerName(folder).contains("10m")
              ? RatingScale.MOVIELENS_HALF_STARS
              : RatingScale.MOVIELENS_STARS;
    };
  }

  private Optional<Path> beside(Path folder, String name) throws IOException {
    for (String ending : List.of("", ".gz")) {
      Path file = folder.resolve(name + ending);
      if (Files.isRegularFile(file)) {
        FileSize.check(file, maximumBytes);
        return Optional.of(plain(file));
      }
    }
    return Optional.empty();
  }

  private Path plain(Path file) throws IOException {
    return lowerName(file).endsWith(".gz")
        ? new Unpacking(unpacked.resolve("plain"), maximumBytes).gunzip(file)
        : file;
  }

  private static Optional<RatingsForm> byName(Path file) {
    return Stream.of(RatingsForm.values())
        .filter(form -> isNamed(file, form.fileName()))
        .findFirst();
  }

  private static boolean isNamed(Path file, String name) {
    String lower = lowerName(file);
    return lower.equals(name) || lower.equals(name + ".gz");
  }

  private static String lowerName(Path path) {
    Path name = path.toAbsolutePath().getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
