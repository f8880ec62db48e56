package io.matinee.cli.upload;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /**
   * Returns what an import reads: a file as it is; of a folder the ratings, there or in a folder
   * below, and what lies beside them.
   *
   * @param form the form of the ratings; empty for the first whose file is there
   * @throws CommandFailure when there is nothing to read
   */
  public static LocalFiles at(Path place, Optional<FileForm> form) {
    Path given = place.toAbsolutePath().normalize();
    if (!Files.isReadable(given)) {
      throw unreadable(place + " does not exist or cannot be read");
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

  private static LocalFiles inFolder(Path given, List<FileForm> forms) throws IOException {
    List<Path> folders = new ArrayList<>(List.of(given));
    folders.addAll(entries(given).stream().filter(Files::isDirectory).toList());
    for (FileForm form : forms) {
      for (Path folder : folders) {
        List<Path> files = entries(folder).stream().filter(Files::isRegularFile).toList();
        Optional<Path> ratings = files.stream().filter(file -> form.takes(plain(file))).findFirst();
        if (ratings.isPresent()) {
          List<Path> found = new ArrayList<>(List.of(ratings.get()));
          form.beside().forEach(name -> find(files, name).ifPresent(found::add));
          return new LocalFiles(found, name(folder));
        }
      }
    }
    String wanted =
        forms.stream().map(FileForm::ratings).distinct().collect(Collectors.joining(" or "));
    throw unreadable(given + " holds no " + wanted);
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

  private static String plain(Path file) {
    String lower = lower(file);
    return lower.endsWith(PACKED) ? lower.substring(0, lower.length() - PACKED.length()) : lower;
  }

  private static String lower(Path file) {
    return name(file).toLowerCase(Locale.ROOT);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static CommandFailure unreadable(String problem) {
    return new CommandFailure(ExitCode.USAGE, problem);
  }
}
