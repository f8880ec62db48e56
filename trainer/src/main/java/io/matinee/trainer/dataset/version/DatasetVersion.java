package io.matinee.trainer.dataset.version;

import io.matinee.trainer.name.DatasetVersionName;
import java.time.Instant;

/**
 * An immutable version of a data set.
 *
 * @param name its name
 * @param manifestSha256 the digest of its manifest
 * @param manifest what it is made of
 * @param createTime when it was made
 */
public record DatasetVersion(
    DatasetVersionName name, String manifestSha256, DatasetManifest manifest, Instant createTime) {}
