package io.matinee.trainer.dataset.version;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.note.ImportNote;
import java.util.List;

/**
 * What a data-set version is made of; kept as JSON.
 *
 * @param formatVersion the version of this record's shape
 * @param form the form that the data was read in
 * @param scale the scale of the ratings
 * @param synthetic whether a generator made the ratings
 * @param source where the data came from, as the caller named it
 * @param ratingsRevision the revision of the live ratings in it; 0 for none
 * @param maximumRejectedShare the share of bad rows that would have failed the import
 * @param counts what came in and what became of it
 * @param filtering which of the ratings that were read make the version
 * @param check what came of the comparison with the version before
 * @param notes what the import noticed and left out
 * @param blobs the blobs
 */
public record DatasetManifest(
    int formatVersion,
    RatingsForm form,
    RatingScale scale,
    boolean synthetic,
    String source,
    long ratingsRevision,
    double maximumRejectedShare,
    ImportCounts counts,
    Filtering filtering,
    DataCheck check,
    List<ImportNote> notes,
    List<DatasetBlob> blobs) {
  /** The version of this record's shape. */
  public static final int FORMAT_VERSION = 2;

  /** Copies the lists. */
  public DatasetManifest {
    notes = List.copyOf(notes);
    blobs = List.copyOf(blobs);
  }

  /** Returns the blob with this name; every version has each of the named ones. */
  public DatasetBlob blob(String name) {
    return blobs.stream()
        .filter(blob -> blob.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no blob " + name));
  }
}
