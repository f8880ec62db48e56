package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A finished import, not yet published.
 *
 * @param form the form that the data was read in
 * @param scale the scale of the ratings
 * @param synthetic whether a generator made the ratings
 * @param counts what came in and what became of it
 * @param filtering which of the ratings that were read make the version
 * @param notes what the import noticed and left out
 * @param ratings the ratings, as Parquet
 * @param ratingsSha256 the SHA-256 of that file, where it is known
 * @param catalogue the catalogue, as Parquet
 * @param users what is known of users, as Parquet
 * @param rejects the rejected rows
 * @param description the figures of all that, as JSON
 */
record StagedImport(
    RatingsForm form,
    RatingScale scale,
    boolean synthetic,
    ImportCounts counts,
    Filtering filtering,
    List<ImportNote> notes,
    Path ratings,
    Optional<String> ratingsSha256,
    Path catalogue,
    Path users,
    Path rejects,
    Path description) {

  StagedImport {
    notes = List.copyOf(notes);
  }
}
