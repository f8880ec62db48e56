package io.matinee.trainer.dataset.split;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import io.matinee.trainer.store.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * What a split is made of; kept as JSON.
 *
 * @param datasetVersion the name of the data-set version that it was made for
 * @param rule what chose the ratings of that version; null where they are those of another
 * @param ratingsOf the name of the data-set version whose ratings are held out; null where a rule
 *     chose
 * @param scale the scale of the held-out ratings
 * @param counts how many there are
 * @param digest the digest of the held-out ratings, see {@link SplitDigest}
 * @param ratings the held-out ratings, as Parquet like those of a version
 */
public record SplitManifest(
    String datasetVersion,
    @Nullable HoldOut rule,
    @Nullable String ratingsOf,
    RatingScale scale,
    SplitCounts counts,
    String digest,
    StoredBlob ratings) {}
