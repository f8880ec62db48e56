package io.matinee.model.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of ratings that lie nearest to where they were looked for.
 *
 * @param files the files, by folder and name; none where there are none
 * @param forms the forms that come into question
 */
public record NearestRatings(List<Path> files, List<RatingsForm> forms) {

  /** Copies the lists. */
  public NearestRatings {
    files = List.copyOf(files);
    forms = List.copyOf(forms);
  }

  /** Returns the first file that is no part of the same ratings as the very first one. */
  public Optional<Path> stranger() {
    return files.stream().skip(1).filter(file -> !isPart(file, files.getFirst())).findFirst();
  }

  private boolean isPart(Path file, Path first) {
    return Objects.equals(file.getParent(), first.getParent())
        && forms.stream()
            .filter(RatingsForm::severalFiles)
            .anyMatch(
                form ->
                    form.takes(SourceFileName.plain(file))
                        && form.takes(SourceFileName.plain(first)));
  }
}
