package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.CatalogueFile;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.form.RatingsLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files of an import, unpacked.
 *
 * @param layout how the ratings are written
 * @param formScale the scale that comes with the form
 * @param ratings the files of ratings, at least one, in the order of their names
 * @param beside the files that describe movies and users
 * @param unread the files beside them that are not read
 */
public record SourceFiles(
    RatingsLayout layout,
    RatingScale formScale,
    List<Path> ratings,
    Map<CatalogueFile, Path> beside,
    UnreadFiles unread)
    implements LocatedFiles {

  /** Copies the files. */
  public SourceFiles {
    ratings = List.copyOf(ratings);
    beside = Map.copyOf(beside);
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
