package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.text.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    return CatalogueFile.of(plain).isPresent()
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
    if (lowerName(source).endsWith(".zip")) {
      return inFolder(unpacking.unzip(source), source, form);
    }
    return describesMovies(source)
        ? moviesAlone(source, source)
        : withRatings(List.of(source), folderOf(source), form);
  }

  private LocatedFiles inFolder(Path folder, Path source, FormDetection form) throws IOException {
    List<Path> nearest =
        nearest(new FolderSearch(file -> isRatings(file, form), readable, goOn).in(folder));
    if (nearest.isEmpty()) {
      return moviesAlone(folder, source, form);
    }
    if (nearest.size() > 1 && !belongTogether(nearest, form)) {
      throw UnreadableImport.of(
          source,
          "holds several files of ratings: %s and %s"
              .formatted(shown(nearest.get(0), folder), shown(nearest.get(1), folder)),
          "give one of them, its folder, or its form in options.form (--form)");
    }
    SourceFiles files = withRatings(nearest, folderOf(nearest.getFirst()), form);
    addUnread(
        folderOf(nearest.getFirst()),
        Stream.concat(nearest.stream(), files.beside().values().stream()),
        files.unread());
    return files;
  }

  private CatalogueAlone moviesAlone(Path folder, Path source, FormDetection form)
      throws IOException {
    List<FolderSearch.Found> movies =
        new FolderSearch(SourceLocator::describesMovies, readable, goOn).in(folder);
    if (movies.isEmpty()) {
      throw UnreadableImport.of(
          source,
          "holds no " + String.join(", ", form.fileNames()),
          "give a folder or zip with one, or the file itself");
    }
    Path nearest = movies.getFirst().file();
    FileSize.check(nearest, limits.maximumBytes());
    CatalogueAlone files = moviesAlone(source, nearest);
    addUnread(folderOf(nearest), files.files().values().stream(), files.unread());
    return files;
  }

  private CatalogueAlone moviesAlone(Path source, Path movies) throws IOException {
    UnreadFiles unread = new UnreadFiles();
    return new CatalogueAlone(source, beside(folderOf(movies), movies, unread), unread);
  }

  /** Adds what lies in a folder beside the files that are read, and what stayed packed. */
  private void addUnread(Path folder, Stream<Path> read, UnreadFiles unread) throws IOException {
    Set<String> names = read.map(SourceLocator::plainName).collect(Collectors.toSet());
    unread.addOthers(folder, names, goOn);
    unpacking.left().forEach(unread::add);
  }

  private static boolean isRatings(Path file, FormDetection form) {
    String name = plainName(file);
    return form.candidates().stream().anyMatch(wanted -> wanted.takes(name));
  }

  /** Whether files are parts of the ratings of one form that has several. */
  private static boolean belongTogether(List<Path> files, FormDetection form) {
    return files.stream().map(SourceLocator::folderOf).distinct().count() == 1
        && form.candidates().stream()
            .filter(RatingsForm::severalFiles)
            .anyMatch(wanted -> files.stream().allMatch(file -> wanted.takes(plainName(file))));
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

  private static boolean describesMovies(Path file) {
    return CatalogueFile.of(plainName(file)).filter(CatalogueFile::describesMovies).isPresent();
  }

  private boolean isFile(Path file) {
    return Files.isRegularFile(file) && readable.test(file);
  }

  private SourceFiles withRatings(List<Path> found, Path folder, FormDetection detection)
      throws IOException {
    List<Path> ratings = new ArrayList<>();
    for (Path file : found) {
      Path plain = plain(file);
      FileSize.check(plain, limits.maximumBytes());
      ratings.add(Utf8Text.decoded(plain, unpacked.resolve("decoded"), goOn));
    }
    RatingsLayout layout = detection.layoutOf(ratings.getFirst());
    UnreadFiles unread = new UnreadFiles();
    return new SourceFiles(
        layout,
        scaleOf(layout.form(), folder),
        ratings,
        beside(folder, ratings.getFirst(), unread),
        unread);
  }

  private static RatingScale scaleOf(RatingsForm form, Path folder) {
    return switch (form) {
      case DELIMITED, JSON_LINES, PARQUET -> RatingScale.MOVIELENS_HALF_STARS;
      case MOVIETWEETINGS -> TEN_STARS;
      case MOVIELENS_DATA, NETFLIX -> RatingScale.MOVIELENS_STARS;
      case MOVIELENS_DAT ->
          Files.exists(folder.resolve("tags.dat")) || lowerName(folder).contains("10m")
              ? RatingScale.MOVIELENS_HALF_STARS
              : RatingScale.MOVIELENS_STARS;
    };
  }

  /** The files that describe movies and users, unpacked; those that are empty are not read. */
  private Map<CatalogueFile, Path> beside(Path folder, Path main, UnreadFiles unread)
      throws IOException {
    Map<CatalogueFile, Path> beside = new EnumMap<>(CatalogueFile.class);
    for (var found : new Neighbours(this::isFile, goOn).of(folder, plainName(main)).entrySet()) {
      if (Files.size(found.getValue()) == 0) {
        unread.addEmpty(found.getValue());
      } else {
        FileSize.check(found.getValue(), limits.maximumBytes());
        beside.put(found.getKey(), plain(found.getValue()));
      }
    }
    return beside;
  }

  private Path plain(Path file) throws IOException {
    return lowerName(file).endsWith(".gz") ? unpacking.gunzip(file) : file;
  }

  static String plainName(Path file) {
    return lowerName(file).replaceFirst("\\.gz$", "");
  }

  static String lowerName(Path path) {
    Path name = path.toAbsolutePath().getFileName();
    return name == null ? "" : lower(name.toString());
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
