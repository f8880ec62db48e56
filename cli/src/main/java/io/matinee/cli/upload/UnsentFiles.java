package io.matinee.cli.upload;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.PlainText;
import io.matinee.model.source.RatingsForm;
import io.matinee.model.source.SourceFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that lie in a folder beside those that an import sends.
 *
 * @param names their names, in order
 * @param besideRatings whether what is sent has ratings, and not movies alone
 */
public record UnsentFiles(List<String> names, boolean besideRatings) {
  private static final int NAMED = 10;

  /** Copies the names. */
  public UnsentFiles {
    names = List.copyOf(names);
  }

  /**
   * Returns those beside files of one folder. One that is sent plain and lies there packed too, or
   * the other way round, is not among them.
   *
   * @throws CommandFailure when the folder cannot be read
   */
  public static UnsentFiles beside(LocalFiles sent) {
    Path first = sent.paths().getFirst();
    Set<String> read = sent.paths().stream().map(SourceFileName::plain).collect(Collectors.toSet());
    boolean ratings =
        Arrays.stream(RatingsForm.values())
            .anyMatch(form -> form.takes(SourceFileName.plain(first)));
    try (Stream<Path> entries = Files.list(first.resolveSibling(""))) {
      return new UnsentFiles(
          entries
              .filter(Files::isRegularFile)
              .filter(file -> !read.contains(SourceFileName.plain(file)))
              .map(LocalFiles::name)
              .sorted()
              .toList(),
          ratings);
    } catch (IOException failure) {
      throw new CommandFailure(
          ExitCode.USAGE, sent.source() + " cannot be read: " + failure.getMessage());
    }
  }

  /**
   * Returns what to say of them: the first ten names, and what to do; empty where there are none.
   */
  public Optional<String> inWords() {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String first =
        names.stream().limit(NAMED).map(PlainText::line).collect(Collectors.joining(", "));
    String more = names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "";
    String fix =
        besideRatings
            ? ""
            : "; one with ratings is read when it is called ratings.csv, or given itself";
    return Optional.of("these files were not read: " + first + more + fix);
  }
}
