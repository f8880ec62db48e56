package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the files of an import in a folder, a zip, a gz, or beside a single file.
 *
 * <p>The scale of {@code ratings.dat}: half stars when {@code tags.dat} lies beside it, as in
 * MovieLens 10M, or its folder's name contains "10m"; else whole stars, as in MovieLens 1M. The
 * ratings themselves never decide.
 */
public final class SourceLocator {
  /** The stars that MovieTweetings takes from imdb.com; 0 was tweeted too. */
  private static final RatingScale TEN_STARS = new RatingScale(0, 10, 1);

  private static final Set<String> BESIDE_RATINGS =
      Set.of(
          "movies.csv", "movies.dat", "u.item", "links.csv", "links.dat", "tags.csv", "tags.dat");

  /** What The Movies Dataset has beside each other. */
  private static final String ALL = "ratings.csv";

  private static final String SAMPLE = "ratings_small.csv";

  private final Path unpacked;
  private final ImportLimits limits;
  private final Predicate<Path> readable;
  private final Runnable goOn;
  private final Unpacking unpacking;

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
    this.unpacked = unpacked.toAbsolutePath().normalize();
    this.limits = limits;
    this.readable = readable;
    this.goOn = goOn;
    this.unpacking = new Unpacking(this.unpacked, limits, goOn);
  }

  /** Whether a file of this name, in any case of letters, can be part of an import. */
  public static boolean isUsable(String name) {
    String plain = lower(name).replaceFirst("\\.gz$", "");
    return BESIDE_RATINGS.contains(plain)
        || Stream.of(RatingsForm.values()).anyMatch(form -> form.takes(plain));
  }

  /** A name in lower case. */
  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the files.
   *
   * @param form what finds out the form of the ratings
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE naming the file and the fix
   */
  public SourceFiles locate(Path source, FormDetection form) throws IOException {
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
    if (lowerName(source).endsWith(".zip")) {
      return inFolder(unpacking.unzip(source), source, form);
    }
    return withRatings(plain(source), folderOf(source), form);
  }

  private SourceFiles inFolder(Path folder, Path source, FormDetection form) throws IOException {
    List<Path> nearest =
        nearest(new FolderSearch(file -> isRatings(file, form), readable, goOn).in(folder));
    if (nearest.isEmpty()) {
      throw UnreadableImport.of(
          source, "holds no ratings.csv, ratings.dat or u.data", "give a folder or zip with one");
    }
    if (nearest.size() > 1) {
      throw UnreadableImport.of(
          source,
          "holds several files of ratings: %s and %s"
              .formatted(shown(nearest.get(0), folder), shown(nearest.get(1), folder)),
          "give one of them, its folder, or its form in options.form (--form)");
    }
    Path ratings = nearest.getFirst();
    return withRatings(plain(ratings), folderOf(ratings), form);
  }

  private static boolean isRatings(Path file, FormDetection form) {
    String name = plainName(file);
    return form.candidates().stream().anyMatch(wanted -> wanted.takes(name));
  }

  /** The files that no other lies nearer than, or stands for. */
  private static List<Path> nearest(List<FolderSearch.Found> found) {
    List<Path> nearest =
        found.stream()
            .filter(each -> each.depth() == found.getFirst().depth())
            .map(FolderSearch.Found::file)
            .toList();
    return nearest.stream()
        .filter(file -> nearest.stream().noneMatch(other -> standsFor(other, file)))
        .toList();
  }

  /** Whether a file is another one unpacked, or has all of which the other is a sample. */
  private static boolean standsFor(Path file, Path other) {
    String name = lowerName(file);
    return folderOf(file).equals(folderOf(other))
        && (lowerName(other).equals(name + ".gz")
            || (plainName(file).equals(ALL) && plainName(other).equals(SAMPLE)));
  }

  private String shown(Path file, Path folder) {
    return Excerpt.of(unpacking.nameOf(file).orElseGet(() -> folder.relativize(file).toString()));
  }

  private boolean isFile(Path file) {
    return Files.isRegularFile(file) && readable.test(file);
  }

  private SourceFiles withRatings(Path ratings, Path folder, FormDetection detection)
      throws IOException {
    FileSize.check(ratings, limits.maximumBytes());
    RatingsLayout layout = detection.layoutOf(ratings);
    RatingsForm form = layout.form();
    boolean data = form == RatingsForm.MOVIELENS_DATA;
    String ending = form == RatingsForm.DELIMITED ? ".csv" : ".dat";
    return new SourceFiles(
        layout,
        scaleOf(form, folder),
        ratings,
        beside(folder, data ? "u.item" : "movies" + ending),
        data ? Optional.empty() : beside(folder, "links" + ending),
        data ? Optional.empty() : beside(folder, "tags" + ending));
  }

  private static RatingScale scaleOf(RatingsForm form, Path folder) {
    return switch (form) {
      case DELIMITED -> RatingScale.MOVIELENS_HALF_STARS;
      case MOVIETWEETINGS -> TEN_STARS;
      case MOVIELENS_DATA -> RatingScale.MOVIELENS_STARS;
      case MOVIELENS_DAT ->
          Files.exists(folder.resolve("tags.dat")) || lowerName(folder).contains("10m")
              ? RatingScale.MOVIELENS_HALF_STARS
              : RatingScale.MOVIELENS_STARS;
    };
  }

  private Optional<Path> beside(Path folder, String name) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, file -> plainName(file).equals(name) && isFile(file))) {
      entries.forEach(found::add);
    }
    Optional<Path> file = found.stream().min(Comparator.comparing(SourceLocator::lowerName));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    FileSize.check(file.get(), limits.maximumBytes());
    return Optional.of(plain(file.get()));
  }

  private Path plain(Path file) throws IOException {
    return lowerName(file).endsWith(".gz") ? unpacking.gunzip(file) : file;
  }

  private static String plainName(Path file) {
    return lowerName(file).replaceFirst("\\.gz$", "");
  }

  private static String lowerName(Path path) {
    Path name = path.toAbsolutePath().getFileName();
    return name == null ? "" : lower(name.toString());
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
