package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.form.RatingsForm;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an import, unpacked.
 *
 * @param form the form of the ratings
 * @param formScale the scale that comes with the form
 * @param ratings the ratings
 * @param movies titles and genres
 * @param links ids at other sites
 * @param tags tags that users gave
 */
public record SourceFiles(
    RatingsForm form,
    RatingScale formScale,
    Path ratings,
    Optional<Path> movies,
    Optional<Path> links,
    Optional<Path> tags) {}
