package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.name.DatasetName;
import java.util.Optional;

/**
 * What to import, and how.
 *
 * @param dataset the data set that gets a new version
 * @param source where to read
 * @param form what is said of the form, and finds out the rest
 * @param scale the scale; empty to take the form's own
 * @param maximumRejectedShare the share of bad rows above which the import fails, 0 to 1
 * @param filters which of the ratings make the version
 * @param minimumVotes how many votes an entry of themoviedb.org needs to be read
 * @param key the request by which it is known again; empty for none
 */
public record ImportRequest(
    DatasetName dataset,
    ImportSource source,
    FormDetection form,
    Optional<RatingScale> scale,
    double maximumRejectedShare,
    RatingFilters filters,
    long minimumVotes,
    Optional<RequestKey> key) {
  /** The share of bad rows that fails an import unless the caller says otherwise. */
  public static final double DEFAULT_REJECTED_SHARE = .01;
}
