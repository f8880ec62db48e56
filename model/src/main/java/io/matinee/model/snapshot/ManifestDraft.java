package io.matinee.model.snapshot;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a manifest says that the content of its snapshot does not show. The components are those of
 * {@link Manifest}.
 */
public record ManifestDraft(
    String datasetVersion,
    long ratingsRevision,
    RatingScale scale,
    boolean synthetic,
    HoldOut holdOut,
    Optional<ScorerManifest> ranking,
    Optional<ScorerManifest> rating,
    boolean servable,
    long seed,
    String device,
    Map<String, String> libraryVersions,
    Instant createTime) {}
