package io.matinee.cli.upload;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.model.source.FolderSearch;
import io.matinee.model.source.NearestRatings;
import io.matinee.model.source.Neighbours;
import io.matinee.model.source.RatingsSearch;
import io.matinee.model.source.SourceFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Files of this machine that make an import, found as the trainer finds them at a place of its own.
 *
 * @param paths the files, the ratings first
 * @param source what the data is called: the name of the folder, or of the single file
 */
public record LocalFiles(List<Path> paths, String source) {
  /** What stands in an argument for bytes that are no text. */
  private static final char UNDECODED = '\uFFFD';

  private static final Runnable GO_ON = () -> {};

  /** Copies the paths. */
  public LocalFiles {
    paths = List.copyOf(paths);
  }

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
    } catch (IOException failure) {
      throw unreadable(place + " cannot be read: " + failure.getMessage());
    }
  }

  private static String hint(Path place) {
    return place.toString().indexOf(UNDECODED) < 0
        ? ""
        : "; if its name is not UTF-8, rename it or give the folder it is in";
  }

  private static LocalFiles inFolder(Path given, List<FileForm> forms) throws IOException {
    NearestRatings nearest =
        new RatingsSearch(forms.stream().map(FileForm::form).toList(), Files::isReadable, GO_ON)
            .in(given);
    List<Path> ratings = nearest.files();
    if (ratings.isEmpty()) {
      return moviesAlone(given, forms);
    }
    if (nearest.stranger().isPresent()) {
      throw unreadable(
          "%s holds several files of ratings: %s and %s; give one of them, its folder, or its form (--form)"
              .formatted(
                  given,
                  given.relativize(ratings.getFirst()),
                  given.relativize(nearest.stranger().get())));
    }
    List<Path> paths = new ArrayList<>(ratings);
    paths.addAll(beside(ratings.getFirst()));
    return new LocalFiles(paths, name(folderOf(ratings.getFirst())));
  }

  private static LocalFiles moviesAlone(Path given, List<FileForm> forms) throws IOException {
    List<FolderSearch.Found> movies =
        new FolderSearch(SourceFileName::describesMovies, Files::isReadable, GO_ON).in(given);
    if (movies.isEmpty()) {
      throw unreadable(
          "%s holds no %s"
              .formatted(
                  given,
                  forms.stream()
                      .map(form -> form.form().fileName())
                      .distinct()
                      .collect(Collectors.joining(" or "))));
    }
    Path nearest = movies.getFirst().file();
    return new LocalFiles(beside(nearest), name(folderOf(nearest)));
  }

  /** Returns the files in the folder of another that describe movies and users. */
  private static List<Path> beside(Path file) throws IOException {
    return List.copyOf(
        new Neighbours(other -> Files.isRegularFile(other) && Files.isReadable(other), GO_ON)
            .of(folderOf(file), SourceFileName.plain(file))
            .values());
  }

  private static Path folderOf(Path file) {
    return file.resolveSibling("");
  }

  /** Returns a file's name as it is written. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static CommandFailure unreadable(String problem) {
    return new CommandFailure(ExitCode.USAGE, problem);
  }
}
