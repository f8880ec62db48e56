package io.matinee.model.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Looks for files of ratings by their names.
 *
 * @param forms the forms that come into question
 * @param readable which files and folders may be read
 * @param goOn is called again and again; what it throws ends the search
 */
public record RatingsSearch(List<RatingsForm> forms, Predicate<Path> readable, Runnable goOn) {
  /** What The Movies Dataset has beside each other. */
  private static final String ALL = "ratings.csv";

  private static final String SAMPLE = "ratings_small.csv";

  /** How the names of both begin; a version is never of both. */
  private static final String RATINGS = "ratings.";

  private static final String WATCHES = "watches.";

  /** Copies the forms. */
  public RatingsSearch {
    forms = List.copyOf(forms);
  }

  /**
   * Returns the files that no other lies nearer than, or stands for, in a folder and at most eight
   * below each other.
   */
  public NearestRatings in(Path folder) throws IOException {
    List<FolderSearch.Found> found = new FolderSearch(this::isRatings, readable, goOn).in(folder);
    List<Path> nearest =
        found.stream()
            .filter(each -> each.depth() == found.getFirst().depth())
            .map(FolderSearch.Found::file)
            .toList();
    return new NearestRatings(
        nearest.stream()
            .filter(file -> nearest.stream().noneMatch(other -> standsFor(other, file)))
            .toList(),
        forms);
  }

  private boolean isRatings(Path file) {
    String name = SourceFileName.plain(file);
    return forms.stream().anyMatch(form -> form.takes(name));
  }

  /**
   * Whether a file is another one unpacked, has all of which the other is a sample, or is called
   * one of ratings where the other is called one of watches.
   */
  private static boolean standsFor(Path file, Path other) {
    return Objects.equals(file.getParent(), other.getParent())
        && (SourceFileName.lower(other).equals(SourceFileName.lower(file) + SourceFileName.PACKED)
            || (SourceFileName.plain(file).equals(ALL)
                && SourceFileName.plain(other).equals(SAMPLE))
            || (SourceFileName.plain(file).startsWith(RATINGS)
                && SourceFileName.plain(other).startsWith(WATCHES)));
  }
}
