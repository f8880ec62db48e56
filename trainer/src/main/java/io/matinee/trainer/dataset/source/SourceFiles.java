package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.form.RatingsLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of an import, unpacked.
 *
 * @param layout how the ratings are written
 * @param formScale the scale that comes with the form
 * @param ratings the files of ratings, at least one, in the order of their names
 * @param movies titles and genres
 * @param links ids at other sites
 * @param tags tags that users gave
 * @param unread the files beside them that are not read
 */
public record SourceFiles(
    RatingsLayout layout,
    RatingScale formScale,
    List<Path> ratings,
    Optional<Path> movies,
    Optional<Path> links,
    Optional<Path> tags,
    UnreadFiles unread) {

  /** Copies the files. */
  public SourceFiles {
    ratings = List.copyOf(ratings);
  }

  /** Returns the form of the ratings. */
  public RatingsForm form() {
    return layout.form();
  }

  /** Returns the bytes of the ratings. */
  public long ratingsBytes() throws IOException {
    long bytes = 0;
    for (Path file : ratings) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
