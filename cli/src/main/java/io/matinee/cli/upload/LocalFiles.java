package io.matinee.cli.upload;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of this machine that make an import.
 *
 * @param paths the files, the ratings first
 * @param source what the data is called: the name of the folder, or of the single file
 */
public record LocalFiles(List<Path> paths, String source) {
  private static final String PACKED = ".gz";
  private static final int DEEPEST = 8;

  /** What The Movies Dataset has beside each other. */
  private static final String ALL = "ratings.csv";

  private static final String SAMPLE = "ratings_small.csv";

  /** What macOS packs beside the files: their attributes, under their names. */
  private static final String ATTRIBUTES = "__MACOSX";

  /** What stands in an argument for bytes that are no text. */
  private static final char UNDECODED = '\uFFFD';

  /** What files are called that describe movies and users, whatever the form of the ratings. */
  private static final List<String> BESIDE =
      List.of(
          "movies.csv",
          "movies.tsv",
          "movies.dat",
          "u.item",
          "movie_titles.csv",
          "movies_metadata.csv",
          "links.csv",
          "links.dat",
          "links_small.csv",
          "tags.csv",
          "tags.dat",
          "users.csv",
          "users.dat",
          "u.user");

  /**
   * Returns what an import reads at a place that an argument names; as {@link #at(Path, Optional)}.
   *
   * @throws CommandFailure also when no file can have that name
   */
  public static LocalFiles at(String place, Optional<FileForm> form) {
    try {
      return at(Path.of(place), form);
    } catch (InvalidPathException unusable) {
      throw unreadable(
          place + " cannot be a file's name in this locale; set LC_ALL to one of UTF-8");
    }
  }

  /**
   * Returns what an import reads: a file as it is; of a folder the ratings that lie nearest, there
   * or below, and what lies beside them; where there are none, what describes movies.
   *
   * @param form the form of the ratings; empty for any
   * @throws CommandFailure when there is nothing to read, or more than one file of ratings
   */
  public static LocalFiles at(Path place, Optional<FileForm> form) {
    Path given = place.toAbsolutePath().normalize();
    if (!Files.isReadable(given)) {
      throw unreadable(place + " does not exist or cannot be read" + hint(place));
    }
    if (!Files.isDirectory(given)) {
      return new LocalFiles(List.of(given), name(given));
    }
    try {
      return inFolder(given, form.map(List::of).orElse(List.of(FileForm.values())));
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(place + " cannot be read: " + failure.getMessage());
    }
  }

  private static String hint(Path place) {
    return place.toString().indexOf(UNDECODED) < 0
        ? ""
        : "; if its name is not UTF-8, rename it or give the folder it is in";
  }

  private static LocalFiles inFolder(Path given, List<FileForm> forms) throws IOException {
    Set<Path> seen = new HashSet<>(Set.of(given.toRealPath()));
    List<Path> folders = List.of(given);
    List<LocalFiles> alone = new ArrayList<>();
    for (int depth = 0; depth <= DEEPEST && !folders.isEmpty(); depth++) {
      List<LocalFiles> found = new ArrayList<>();
      List<Path> below = new ArrayList<>();
      for (Path folder : folders) {
        List<Path> entries = entries(folder);
        found.addAll(of(folder, entries, forms));
        List<Path> movies = beside(entries.stream().filter(Files::isRegularFile).toList());
        if (!movies.isEmpty()) {
          alone.add(new LocalFiles(movies, name(folder)));
        }
        for (Path entry : entries) {
          if (Files.isDirectory(entry)
              && !entry.endsWith(ATTRIBUTES)
              && seen.add(entry.toRealPath())) {
            below.add(entry);
          }
        }
      }
      if (!found.isEmpty()) {
        return only(found, given);
      }
      folders = below;
    }
    if (!alone.isEmpty()) {
      return alone.getFirst();
    }
    String wanted =
        forms.stream().map(FileForm::ratings).distinct().collect(Collectors.joining(" or "));
    throw unreadable(given + " holds no " + wanted);
  }

  /** Each file of ratings in a folder that none beside it stands for, with its neighbours. */
  private static List<LocalFiles> of(Path folder, List<Path> entries, List<FileForm> forms) {
    List<Path> files = entries.stream().filter(Files::isRegularFile).toList();
    List<LocalFiles> found = new ArrayList<>();
    Set<FileForm> together = new HashSet<>();
    for (Path file : files) {
      FileForm form = forms.stream().filter(it -> it.takes(plain(file))).findFirst().orElse(null);
      if (form != null && files.stream().noneMatch(other -> standsFor(other, file))) {
        if (!form.severalFiles()) {
          found.add(with(List.of(file), files, folder));
        } else if (together.add(form)) {
          found.add(with(parts(form, files), files, folder));
        }
      }
    }
    return found;
  }

  private static List<Path> parts(FileForm form, List<Path> files) {
    return files.stream()
        .filter(file -> form.takes(plain(file)))
        .filter(file -> files.stream().noneMatch(other -> standsFor(other, file)))
        .toList();
  }

  private static LocalFiles with(List<Path> ratings, List<Path> files, Path folder) {
    List<Path> paths = new ArrayList<>(ratings);
    paths.addAll(beside(files));
    return new LocalFiles(paths, name(folder));
  }

  /** Whether a file is another one unpacked, or has all of which the other is a sample. */
  private static boolean standsFor(Path file, Path other) {
    return lower(other).equals(lower(file) + PACKED)
        || (plain(file).equals(ALL) && plain(other).equals(SAMPLE));
  }

  private static LocalFiles only(List<LocalFiles> found, Path given) {
    if (found.size() > 1) {
      throw unreadable(
          "%s holds several files of ratings: %s and %s; give one of them, its folder, or its form (--form)"
              .formatted(
                  given,
                  given.relativize(found.get(0).paths().getFirst()),
                  given.relativize(found.get(1).paths().getFirst())));
    }
    return found.getFirst();
  }

  private static List<Path> beside(List<Path> files) {
    return BESIDE.stream().flatMap(name -> find(files, name).stream()).toList();
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isReadable).sorted().toList();
    }
  }

  private static Optional<Path> find(List<Path> files, String name) {
    return Stream.of(name, name + PACKED)
        .flatMap(wanted -> files.stream().filter(file -> lower(file).equals(wanted)))
        .findFirst();
  }

  /** Returns a file's name in lower case and unpacked. */
  static String plain(Path file) {
    String lower = lower(file);
    return lower.endsWith(PACKED) ? lower.substring(0, lower.length() - PACKED.length()) : lower;
  }

  private static String lower(Path file) {
    return name(file).toLowerCase(Locale.ROOT);
  }

  /** Returns a file's name as it is written. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static CommandFailure unreadable(String problem) {
    return new CommandFailure(ExitCode.USAGE, problem);
  }
}
