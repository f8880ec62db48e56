package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.form.RatingsLayout;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an import, unpacked.
 *
 * @param layout how the ratings are written
 * @param formScale the scale that comes with the form
 * @param ratings the ratings
 * @param movies titles and genres
 * @param links ids at other sites
 * @param tags tags that users gave
 */
public record SourceFiles(
    RatingsLayout layout,
    RatingScale formScale,
    Path ratings,
    Optional<Path> movies,
    Optional<Path> links,
    Optional<Path> tags) {

  /** Returns the form of the ratings. */
  public RatingsForm form() {
    return layout.form();
  }
}
